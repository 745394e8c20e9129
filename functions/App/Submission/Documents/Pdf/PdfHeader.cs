namespace MicroCred.App.Submission.Documents;

/// <summary>An object's number in "12 0 obj", and where its digits begin in the file.</summary>
internal readonly record struct PdfHeader(long Number, long At, int Digits)
{
    private const int Longest = 40;

    /// <summary>Read backwards from the end of "obj"; null where the number doesn't stand there plainly.</summary>
    public static PdfHeader? Before(Stream file, long end)
    {
        Span<byte> buffer = stackalloc byte[Longest];
        var from = Math.Max(0, end - Longest);
        var before = buffer[..(int)(end - from)];
        file.Position = from;
        file.ReadExactly(before);
        var text = (ReadOnlySpan<byte>)before;
        if (!text.EndsWith("obj"u8))
            return null;
        text = PdfSpace.TrimEnd(text[..^"obj"u8.Length]);
        var generation = TakeDigits(ref text);
        if (generation.IsEmpty || text.IsEmpty || !PdfSpace.Is(text[^1]))
            return null;
        text = PdfSpace.TrimEnd(text);
        var digits = TakeDigits(ref text);
        var isPlain = text.IsEmpty ? from == 0 : PdfSpace.Is(text[^1]);
        return isPlain && digits.Length is > 0 and <= 10 ? new(long.Parse(digits), from + text.Length, digits.Length) : null;
    }

    private static ReadOnlySpan<byte> TakeDigits(ref ReadOnlySpan<byte> text)
    {
        var rest = text.TrimEnd("0123456789"u8);
        var digits = text[rest.Length..];
        text = rest;
        return digits;
    }
}
