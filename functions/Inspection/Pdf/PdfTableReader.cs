namespace MicroCred.Inspection.Pdf;

/// <summary>Reads cross-reference tables and cross-reference streams.</summary>
internal static class PdfTableReader
{
    /// <summary>Reads a table after the keyword "xref", and stops before anything that isn't part of it.</summary>
    public static void Read(PdfLexer lexer, PdfBytes bytes, PdfTables tables)
    {
        while (lexer.NextOutside() == PdfToken.Number)
        {
            var number = lexer.Number;
            if (lexer.NextOutside() != PdfToken.Number)
            {
                tables.NoteBroken();
                break;
            }
            for (var left = lexer.Number; left > 0; left--, number++)
            {
                if (!TryReadEntry(lexer, number, tables))
                {
                    tables.NoteBroken();
                    break;
                }
            }
        }
        bytes.Position = lexer.Start;
    }

    /// <summary>Reads the unpacked rows of a cross-reference stream.</summary>
    public static void Read(PdfDictionary stream, ReadOnlySpan<byte> rows, PdfTables tables)
    {
        var widths = Numbers(stream.Get("W"));
        var row = widths.Sum();
        var sections = stream.Has("Index") ? Numbers(stream.Get("Index")) : [0, stream.Number("Size") ?? 0];
        for (var at = 0; at + 1 < sections.Length; at += 2)
        {
            for (long number = sections[at], end = number + sections[at + 1]; number < end; number++)
            {
                if (rows.Length < row || row == 0)
                {
                    tables.NoteBroken();
                    return;
                }
                var type = widths[0] == 0 ? 1 : Take(ref rows, widths[0]);
                var place = Take(ref rows, widths[1]);
                Take(ref rows, widths[2]);
                if (type == 1)
                {
                    tables.AddEntry(number, place);
                }
                else if (type == 2)
                {
                    tables.AddPacked(number);
                }
            }
        }
    }

    private static bool TryReadEntry(PdfLexer lexer, long number, PdfTables tables)
    {
        if (lexer.NextOutside() != PdfToken.Number)
        {
            return false;
        }

        var start = lexer.Number;
        if (lexer.NextOutside() != PdfToken.Number || lexer.NextOutside() != PdfToken.Word || lexer.Word is not [(byte)'n' or (byte)'f'])
        {
            return false;
        }

        if (lexer.Word[0] == 'n')
        {
            tables.AddEntry(number, start);
        }

        return true;
    }

    private static long[] Numbers(PdfValue? value) =>
        [.. ((value as PdfList)?.Items ?? []).OfType<PdfNumber>().Select(number => number.Value)];

    private static long Take(ref ReadOnlySpan<byte> rows, long width)
    {
        long value = 0;
        foreach (var part in rows[..(int)width])
        {
            value = (value << 8) | part;
        }

        rows = rows[(int)width..];
        return value;
    }
}
