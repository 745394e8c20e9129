using System.Globalization;

namespace MicroCred.Approval;

/// <summary>Text as two people would agree that it reads the same.</summary>
internal static class PlainText
{
    private const string Long = "āēīōū";
    private const string Short = "aeiou";

    /// <summary>Its words in lower case, without macrons and punctuation.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var letters =
            from letter in text.ToLowerInvariant()
            where char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark // a macron written apart from its vowel
            let vowel = Long.IndexOf(letter, StringComparison.Ordinal)
            select vowel >= 0 ? Short[vowel] : char.IsLetterOrDigit(letter) ? letter : ' ';
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Those words with single spaces between, and around for looking up phrases.</summary>
    public static string Padded(string text) => $" {string.Join(' ', Words(text))} ";
}
