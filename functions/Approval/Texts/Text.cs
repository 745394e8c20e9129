using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MicroCred.Approval;

/// <summary>Operations on entered text.</summary>
public static class Text
{
    /// <summary>Characters without a visible form that Unicode classes as marks or letters: fillers and the empty Braille cell.</summary>
    private const string Blanks = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /// <summary>
    /// The text in Unicode NFC, so that the same word is the same text whatever system it was typed on. Text with an unpaired surrogate is
    /// returned unchanged; <see cref="TextFaults"/> reports it.
    /// </summary>
    public static string Composed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsWhole(text) ? text.Normalize(NormalizationForm.FormC) : text;
    }

    /// <summary>Whether the text has a visible character; white space, invisible characters and bare marks don't count.</summary>
    public static bool IsGiven([NotNullWhen(true)] string? text) => text is not null && text.EnumerateRunes().Any(IsVisible);

    /// <summary>The beginning of a text that is too long, with an ellipsis; no surrogate pair is split.</summary>
    internal static string Shortened(string text, int most)
    {
        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Whether the text has no unpaired surrogate.</summary>
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
