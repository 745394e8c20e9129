using System.Globalization;

namespace MicroCred.App.Submission.Documents;

/// <summary>An object's number in "12 0 obj", and where its digits begin in the file.</summary>
internal readonly record struct PdfHeader(long Number, long At, int Digits)
{
    private const int Longest = 40;

    /// <summary>Reads backwards from the end of the word "obj". Null where no number stands there plainly.</summary>
    /// <param name="file">The file.</param>
    /// <param name="end">Where the word ends.</param>
    /// <param name="isObject">False where even the most forgiving parser finds no number, so that it is a word in a text.</param>
    public static PdfHeader? Before(Stream file, long end, out bool isObject)
    {
        Span<byte> buffer = stackalloc byte[Longest];
        var from = Math.Max(0, end - Longest);
        var before = buffer[..(int)(end - from)];
        file.Position = from;
        file.ReadExactly(before);
        var text = (ReadOnlySpan<byte>)before[..^"obj"u8.Length];
        isObject = MayEndInNumber(text);
        text = PdfSpace.TrimEnd(text);
        var generation = TakeDigits(ref text);
        if (generation.IsEmpty || text.IsEmpty || !PdfSpace.Is(text[^1]))
            return null;
        text = PdfSpace.TrimEnd(text);
        var digits = TakeDigits(ref text);
        var isPlain = text.IsEmpty ? from == 0 : PdfSpace.Is(text[^1]);
        return isPlain && digits.Length is > 0 and <= 10 ? new(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), from + text.Length, digits.Length) : null;
    }

    // A number, white space that may go back further to one, or a comment that may have one before it.
    private static bool MayEndInNumber(ReadOnlySpan<byte> text)
    {
        var trimmed = PdfSpace.TrimEnd(text);
        if (trimmed.IsEmpty || trimmed[^1] is (>= (byte)'0' and <= (byte)'9') or (byte)'.')
            return true;
        var line = trimmed[(trimmed.LastIndexOfAny("\r\n"u8) + 1)..];
        return text[trimmed.Length..].IndexOfAny("\r\n"u8) >= 0 && (line.Contains((byte)'%') || line.Length == trimmed.Length);
    }

    private static ReadOnlySpan<byte> TakeDigits(ref ReadOnlySpan<byte> text)
    {
        var rest = text.TrimEnd("0123456789"u8);
        var digits = text[rest.Length..];
        text = rest;
        return digits;
    }
}
