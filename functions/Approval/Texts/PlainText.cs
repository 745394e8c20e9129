using System.Buffers;
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

    private static readonly bool[] IsReadAscii = [.. Enumerable.Range(0, 128).Select(character => IsRead(new Rune(character)))];

    /// <summary>
    /// The text's words in lower case, without macrons and punctuation. A symbol is part of its word, so that C, C++ and C# differ; an
    /// emoji counts as a letter.
    /// </summary>
    public static IReadOnlyList<string> Words(string text) => Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words separated and surrounded by single spaces, for finding phrases.</summary>
    public static string Padded(string text) => $" {string.Join(' ', Words(text))} ";

    /// <summary>
    /// The text's words as <see cref="Words"/> has them, with one space or more between them, and without any accent: for searching, where
    /// people leave out what their keyboard lacks.
    /// </summary>
    public static string Searchable(string text) =>
        Folded(Ascii.IsValid(text) || !Text.IsWhole(text) ? text : text.Normalize(NormalizationForm.FormKD));

    private static string Folded(string text)
    {
        var lower = text.ToLowerInvariant();
        var plain = ArrayPool<char>.Shared.Rent(lower.Length + 1);
        var length = 0;
        for (var at = 0; at < lower.Length; )
        {
            // Most characters, and many times as fast as the others.
            if (char.IsAscii(lower[at]))
            {
                plain[length++] = IsReadAscii[lower[at]] ? lower[at] : ' ';
                at++;
                continue;
            }

            Rune.DecodeFromUtf16(lower.AsSpan(at), out var character, out var consumed);
            at += consumed;
            if (!IsPartOfAnother(character))
            {
                var vowel = character.IsBmp ? Long.IndexOf((char)character.Value, StringComparison.Ordinal) : -1;
                length += new Rune(
                    vowel >= 0 ? Short[vowel]
                    : IsRead(character) ? character.Value
                    : ' '
                ).EncodeToUtf16(plain.AsSpan(length));
            }
        }

        var folded = new string(plain, 0, length);
        ArrayPool<char>.Shared.Return(plain);
        return folded;
    }

    /// <summary>Such as a macron encoded apart from its vowel, or the joiner between two emoji.</summary>
    private static bool IsPartOfAnother(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static bool IsRead(Rune character) => Rune.IsLetterOrDigit(character) || character.Value == '#' || IsSymbol(character);

    private static bool IsSymbol(Rune character) =>
        Rune.IsSymbol(character) && !(character.IsBmp && Beside.Contains((char)character.Value));
}
