using System.Globalization;
using System.Text;

namespace MicroCred.Approval;

/// <summary>Text as two people would agree that it reads the same.</summary>
internal static class PlainText
{
    private const string Long = "āēīōū";
    private const string Short = "aeiou";

    /// <summary>Symbols that divide words, or say who owns a name, and are no part of it.</summary>
    private const string Beside = "|~©®™";

    /// <summary>
    /// Its words in lower case, without macrons and punctuation. A symbol is part of its word, so that C, C++ and C# are three, and an
    /// emoji reads as a letter does.
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

    /// <summary>Those words with single spaces between, and around for looking up phrases.</summary>
    public static string Padded(string text) => $" {string.Join(' ', Words(text))} ";

    /// <summary>A macron written apart from its vowel, say, or what joins two emoji to one.</summary>
    private static bool IsPartOfAnother(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool IsRead(Rune character) => Rune.IsLetterOrDigit(character) || character.Value == '#' || IsSymbol(character);

    private static bool IsSymbol(Rune character) =>
        Rune.IsSymbol(character) && !(character.IsBmp && Beside.Contains((char)character.Value));
}
