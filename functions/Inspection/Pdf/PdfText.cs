using System.Text;

namespace MicroCred.Inspection.Pdf;

/// <summary>Texts from a PDF, made safe to display in a message.</summary>
internal static class PdfText
{
    private const int Longest = 100;

    /// <summary>The displayable text, at most a line; null where nothing is displayable.</summary>
    public static string? Shown(byte[] bytes) => ShownText.Of(Decoded(bytes), Longest) is { Length: > 0 } text ? text : null;

    // [ISO 32000-2, 7.9.2.2]; PDFDocEncoding equals Latin-1 except for characters that are rare in names.
    private static string Decoded(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
            [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
            [0xEF, 0xBB, 0xBF, .. var text] => Encoding.UTF8.GetString(text),
            _ => Encoding.Latin1.GetString(bytes),
        };
}
