using System.Globalization;
using System.Text;

namespace MicroCred.Inspection;

/// <summary>Untrusted text, made safe to display in a message.</summary>
public static class ShownText
{
    /// <summary>
    /// The text without invisible characters and direction marks, shortened if it is longer; empty where nothing remains.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters to show.</param>
    public static string Of(string text, int longest)
    {
        var runes = text.EnumerateRunes().Where(IsPlain).Take(longest + 1).ToList();
        var shown = string.Concat(runes.Take(longest)).Trim();
        return runes.Count > longest ? $"{shown}…" : shown;
    }

    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
