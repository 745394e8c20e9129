using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace MicroCred.Portal.Tests;

/// <summary>
/// How many years of school a text takes, by Flesch and Kincaid's formula [Kincaid et al. 1975]. Whole sentences count; headings,
/// labels and links aren't any. A term of the field counts as one syllable, since its readers know it as one word.
/// </summary>
internal static partial class ReadingGrade
{
    private const string Blocks = "p, li, dt, dd, td, th, label, legend, caption, summary, .govuk-hint, .govuk-warning-text__text";

    /// <summary>What people wrote, what is data, and what is there for programs.</summary>
    private const string NotOurs = "bdi, [dir=auto], code, time, svg, option, script, template, input, textarea, .govuk-visually-hidden";

    /// <summary>Names, and words of the field that have no plainer one.</summary>
    private static readonly HashSet<string> Terms = new(StringComparer.OrdinalIgnoreCase)
    {
        "Aotearoa",
        "API",
        "CSV",
        "EFTS",
        "JSON",
        "ITOs",
        "micro-credential",
        "micro-credentials",
        "MicroCredApproval",
        "NZQA",
        "NZSCED",
        "OpenAPI",
        "Pūkenga",
        "Rēhita",
        "Tatauranga",
        "TEC",
        "WBL",
        "Zealand",
        "application",
        "applications",
        "approval",
        "evaluator",
        "evaluators",
        "funding",
        "micro",
        "provider",
        "providers",
        "qualification",
        "qualifications",
        "register",
        "statistics",
    };

    /// <summary>The grade of our own text in a part of a page.</summary>
    public static double Of(IElement part) => Of(SentencesIn(part));

    /// <summary>The grade of some sentences.</summary>
    public static double Of(IEnumerable<string> sentences)
    {
        var words = sentences
            .Select(sentence => Word().Matches(sentence).Select(word => word.Value).ToList())
            .Where(sentence => sentence.Count > 0)
            .ToList();
        var count = words.Sum(sentence => sentence.Count);
        var syllables = words.Sum(sentence => sentence.Sum(SyllablesOf));
        return (0.39 * count / words.Count) + (11.8 * syllables / count) - 15.59;
    }

    /// <summary>The whole sentences of our own text in a part of a page.</summary>
    public static IEnumerable<string> SentencesIn(IElement part)
    {
        var ours = (IElement)part.Clone();
        foreach (var other in ours.QuerySelectorAll(NotOurs))
        {
            other.Remove();
        }

        return ours.QuerySelectorAll(Blocks)
            .Where(block => block.QuerySelector(Blocks) is null)
            .SelectMany(block => Sentence().Split(block.TextContent))
            .Select(sentence => sentence.Trim())
            .Where(sentence => Whole().IsMatch(sentence));
    }

    private static int SyllablesOf(string word)
    {
        var plain = word.Replace("’", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
        if (Terms.Contains(word) || plain.All(char.IsAsciiDigit))
        {
            return 1;
        }

        var spoken = Silent().Replace(plain, "");
        return Math.Max(1, Vowels().Count(spoken));
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:[’'-][\p{L}\p{Nd}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\p{L}.*[.!?]$", RegexOptions.Singleline)]
    private static partial Regex Whole();

    /// <summary>The e that isn't heard: at the end, and before a d or s there.</summary>
    [GeneratedRegex("(?<=[aeiouy].*)(?<![aeiouy]|[^aeiouy]l)e$|(?<=[aeiouy].*)(?<![aeiouytd])ed$|(?<=[aeiouy].*)(?<![aeiouyscxzh])es$")]
    private static partial Regex Silent();

    [GeneratedRegex("[aeiouyāēīōū]+")]
    private static partial Regex Vowels();
}
