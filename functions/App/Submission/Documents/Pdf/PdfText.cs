using System.Globalization;
using System.Text;

namespace MicroCred.App.Submission.Documents;

/// <summary>Texts from a PDF, made fit to be shown in a reason.</summary>
internal static class PdfText
{
    private const int Longest = 100;

    /// <summary>
    /// The text without what can't be seen or turns the direction of what can, and no longer than a line; null where nothing is left.
    /// </summary>
    public static string? Shown(byte[] bytes)
    {
        var runes = Decoded(bytes).EnumerateRunes().Where(IsPlain).Take(Longest + 1).ToList();
        var text = string.Concat(runes.Take(Longest)).Trim();
        if (text.Length == 0)
            return null;
        return runes.Count > Longest ? $"{text}…" : text;
    }

    // [ISO 32000-2, 7.9.2.2]; PDF's own encoding is that of the web's first years, but for signs that names hardly have.
    private static string Decoded(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFE, 0xFF, .. var text] => Encoding.BigEndianUnicode.GetString(text),
        [0xFF, 0xFE, .. var text] => Encoding.Unicode.GetString(text),
        [0xEF, 0xBB, 0xBF, .. var text] => Encoding.UTF8.GetString(text),
        _ => Encoding.Latin1.GetString(bytes),
    };

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
