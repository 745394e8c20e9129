using System.Text.RegularExpressions;

namespace MicroCred.Approval;

/// <summary>The languages that it is taught and assessed in.</summary>
public static partial class LanguageRules
{
    /// <summary>Each is a tag.</summary>
    public static readonly ValidationRule AreTags = new(
        "LANG01",
        Severity.Error,
        "Every language is a BCP 47 tag.",
        "Give the language's tag, such as en-NZ for New Zealand English, mi for te reo Māori, nzs for New Zealand Sign Language.",
        submission =>
            from language in (submission.MicroCredential.Languages ?? []).Index()
            where !IsTag(language.Item)
            select new Found($"microCredential.languages[{language.Index}]", $"“{language.Item}” is not the tag of a language.")
    );

    /// <summary>Whether the text is a well-formed tag.</summary>
    public static bool IsTag(string? text) => Tag().IsMatch(text ?? "");

    /// <summary>
    /// A well-formed tag of RFC 5646, section 2.1: language, script, region, variants, extensions, private use. Every registered language
    /// has two or three letters, so that <c>English</c> isn't one.
    /// </summary>
    [GeneratedRegex(
        "^[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
            + @"(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();
}
