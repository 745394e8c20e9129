using System.Globalization;
using System.Text;

namespace MicroCred.Approval;

/// <summary>Text normalised for comparison: what reads the same is the same.</summary>
internal static class PlainText
{
    private const string Long = "āēīōū";
    private const string Short = "aeiou";

    /// <summary>Symbols that separate words or mark a name's owner, and aren't part of a word.</summary>
    private const string Beside = "|~©®™";

    /// <summary>
    /// The text's words in lower case, without macrons and punctuation. A symbol is part of its word, so that C, C++ and C# differ; an
    /// emoji counts as a letter.
    /// </summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.ToLowerInvariant().EnumerateRunes())
        {
            if (IsPartOfAnother(character))
            {
                continue;
            }

            var vowel = character.IsBmp ? Long.IndexOf((char)character.Value, StringComparison.Ordinal) : -1;
            plain.Append(
                vowel >= 0 ? Short[vowel].ToString()
                : IsRead(character) ? character.ToString()
                : " "
            );
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words separated and surrounded by single spaces, for finding phrases.</summary>
    public static string Padded(string text) => $" {string.Join(' ', Words(text))} ";

    /// <summary>Such as a macron encoded apart from its vowel, or the joiner between two emoji.</summary>
    private static bool IsPartOfAnother(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool IsRead(Rune character) => Rune.IsLetterOrDigit(character) || character.Value == '#' || IsSymbol(character);

    private static bool IsSymbol(Rune character) =>
        Rune.IsSymbol(character) && !(character.IsBmp && Beside.Contains((char)character.Value));
}
