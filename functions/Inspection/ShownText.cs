using System.Globalization;
using System.Text;

namespace MicroCred.Inspection;

/// <summary>Text that a file or a request brought along, made fit to be shown in a reason.</summary>
public static class ShownText
{
    /// <summary>
    /// The text without what can't be seen or turns the direction of what can, cut where it is longer; empty where nothing is left.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many characters of it are shown.</param>
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
