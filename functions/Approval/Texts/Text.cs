using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MicroCred.Approval;

/// <summary>What people write.</summary>
public static class Text
{
    /// <summary>
    /// Marks without a letter, and characters that are letters to Unicode but show nothing: fillers and the empty Braille cell.
    /// </summary>
    private const string Blanks = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /// <summary>
    /// The text with each letter and its marks as one character where there is one (Unicode NFC), so that the same word is the same text
    /// whatever system it was typed on. Text with half a character is left as it is: <see cref="TextFaults"/> names it.
    /// </summary>
    public static string Composed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsWhole(text) ? text.Normalize(NormalizationForm.FormC) : text;
    }

    /// <summary>Whether something is written that can be seen: white space, invisible characters and bare marks are nothing.</summary>
    public static bool IsGiven([NotNullWhen(true)] string? text) => text is not null && text.EnumerateRunes().Any(IsVisible);

    /// <summary>The beginning of a text that is too long, with an ellipsis; no character is cut in two.</summary>
    internal static string Shortened(string text, int most)
    {
        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Whether no half of a character stands alone (a surrogate without its other half).</summary>
    internal static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at += char.IsSurrogate(text[at]) ? 2 : 1)
        {
            if (char.IsSurrogate(text[at]) && (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsVisible(Rune character) =>
        Rune.GetUnicodeCategory(character)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
            )
        && !(character.IsBmp && Blanks.Contains((char)character.Value, StringComparison.Ordinal));
}
