using System.Text;

namespace MicroCred.Inspection.Pdf;

/// <summary>Texts from a PDF, made fit to be shown in a reason.</summary>
internal static class PdfText
{
    private const int Longest = 100;

    /// <summary>The text as it can be shown, no longer than a line; null where nothing of it can.</summary>
    public static string? Shown(byte[] bytes) => ShownText.Of(Decoded(bytes), Longest) is { Length: > 0 } text ? text : null;

    // [ISO 32000-2, 7.9.2.2]; PDF's own encoding is that of the web's first years, but for signs that names hardly have.
    private static string Decoded(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
            [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
            [0xEF, 0xBB, 0xBF, .. var text] => Encoding.UTF8.GetString(text),
            _ => Encoding.Latin1.GetString(bytes),
        };
}
