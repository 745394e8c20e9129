using System.Globalization;

namespace MicroCred.Inspection.Pdf;

/// <summary>The object number in "12 0 obj", null where it isn't clear, and the first offset at which it may begin.</summary>
internal readonly record struct PdfHeader(long? Number, long Start)
{
    private const int Longest = 40;

    /// <summary>
    /// Reads backwards from the end of the keyword "obj". Null where even the most lenient reader finds no number, so that "obj" is
    /// ordinary text.
    /// </summary>
    public static PdfHeader? Before(Stream file, long end)
    {
        Span<byte> buffer = stackalloc byte[Longest];
        var from = Math.Max(0, end - Longest);
        var before = buffer[..(int)(end - from)];
        file.Position = from;
        file.ReadExactly(before);
        var text = (ReadOnlySpan<byte>)before[..^"obj"u8.Length];
        if (!MayEndInNumber(text))
        {
            return null;
        }

        var odd = new PdfHeader(null, from);
        text = TrimEnd(text);
        if (TakeDigits(ref text).IsEmpty || text.IsEmpty || !PdfCharacters.IsWhite(text[^1]))
        {
            return odd;
        }

        text = TrimEnd(text);
        var digits = TakeDigits(ref text);
        return digits.Length is > 0 and <= 10
            ? new(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), from + text.Length)
            : odd;
    }

    // A number, white space that may extend back to one, or a comment that may follow one.
    private static bool MayEndInNumber(ReadOnlySpan<byte> text)
    {
        var trimmed = TrimEnd(text);
        if (trimmed.IsEmpty || PdfCharacters.IsDigit(trimmed[^1]) || trimmed[^1] == '.')
        {
            return true;
        }

        var line = trimmed[(trimmed.LastIndexOfAny("\r\n"u8) + 1)..];
        return text[trimmed.Length..].IndexOfAny("\r\n"u8) >= 0 && (line.Contains((byte)'%') || line.Length == trimmed.Length);
    }

    private static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && PdfCharacters.IsWhite(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    private static ReadOnlySpan<byte> TakeDigits(ref ReadOnlySpan<byte> text)
    {
        var rest = text.TrimEnd("0123456789"u8);
        var digits = text[rest.Length..];
        text = rest;
        return digits;
    }
}
