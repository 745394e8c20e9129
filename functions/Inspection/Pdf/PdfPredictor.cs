namespace MicroCred.Inspection.Pdf;

/// <summary>Reverses the PNG predictors, which makes cross-references smaller [ISO 32000-1, 7.4.4.4].</summary>
internal static class PdfPredictor
{
    private const int FirstOfPng = 10;

    /// <exception cref="UnreadableContentException">The predictor is another one, or one for images.</exception>
    public static byte[] Undo(PdfDictionary parameters, byte[] data)
    {
        var kind = parameters.Number("Predictor") ?? 1;
        if (kind <= 1)
        {
            return data;
        }

        var width = parameters.Number("Columns") ?? 1;
        if (
            kind < FirstOfPng
            || width is < 1 or > 1024
            || (parameters.Number("Colors") ?? 1) != 1
            || (parameters.Number("BitsPerComponent") ?? 8) != 8
        )
        {
            throw new UnreadableContentException("A part of the structure is packed as only pictures are.");
        }

        return Rows(data, (int)width);
    }

    private static byte[] Rows(byte[] data, int width)
    {
        var rows = new byte[data.Length / (width + 1) * width];
        Span<byte> above = new byte[width];
        for (var (at, from) = (0, 0); at < rows.Length; at += width, from += width + 1)
        {
            var row = rows.AsSpan(at, width);
            data.AsSpan(from + 1, width).CopyTo(row);
            UndoRow(data[from], row, above);
            above = row;
        }
        return rows;
    }

    private static void UndoRow(byte filter, Span<byte> row, ReadOnlySpan<byte> above)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var (left, corner) = at == 0 ? ((byte)0, (byte)0) : (row[at - 1], above[at - 1]);
            row[at] += filter switch
            {
                0 => 0,
                1 => left,
                2 => above[at],
                3 => (byte)((left + above[at]) / 2),
                4 => Nearest(left, above[at], corner),
                _ => throw new UnreadableContentException("A part of the structure can't be unpacked."),
            };
        }
    }

    private static byte Nearest(byte left, byte up, byte corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        if (toLeft <= toUp && toLeft <= toCorner)
        {
            return left;
        }

        return toUp <= toCorner ? up : corner;
    }
}
