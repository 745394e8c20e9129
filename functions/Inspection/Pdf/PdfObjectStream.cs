namespace MicroCred.Inspection.Pdf;

/// <summary>An object stream: objects packed together, after a list of their numbers and offsets [ISO 32000-1, 7.5.7].</summary>
internal static class PdfObjectStream
{
    private const int Passes = 8;

    /// <exception cref="UnreadableContentException">The list doesn't match the declared number of objects.</exception>
    public static IEnumerable<PdfObject> Objects(PdfDictionary stream, byte[] data, PdfRoom room)
    {
        var bytes = new PdfBytes(data, Passes * (long)data.Length);
        var lexer = new PdfLexer(bytes);
        var parser = new PdfParser(lexer, bytes, room);
        var first = stream.Number("First") ?? 0;
        foreach (var (number, place) in List(lexer, stream.Number("N") ?? 0))
        {
            if (place < 0 || first + place >= data.Length)
            {
                throw new UnreadableContentException("An object stream lists an object beyond its end.");
            }

            bytes.Position = first + place;
            if (parser.ReadOne() == PdfStop.TooDeep || parser.IsUnclosed)
            {
                throw new UnreadableContentException("Brackets in an object stream don't end.");
            }

            yield return new(number, -1, -1, parser.Values, parser.Dictionaries);
        }
    }

    private static List<(long Number, long Place)> List(PdfLexer lexer, long count)
    {
        var list = new List<(long, long)>();
        while (list.Count < count)
        {
            if (lexer.Next() != PdfToken.Number)
            {
                throw new UnreadableContentException("An object stream lists fewer objects than it announces.");
            }

            var number = lexer.Number;
            if (lexer.Next() != PdfToken.Number)
            {
                throw new UnreadableContentException("An object stream lists fewer objects than it announces.");
            }

            list.Add((number, lexer.Number));
        }
        return list;
    }
}
