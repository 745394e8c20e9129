namespace MicroCred.Approval;

/// <summary>What two micro-credentials have in common, to read.</summary>
public static class SharedTexts
{
    /// <summary>The maximum number of texts, and of words in one of them.</summary>
    private const int Most = 10;

    /// <summary>From this length a word says what a text is about, mostly.</summary>
    private const int ShortestTelling = 4;

    private static readonly char[] Ends = ['.', '!', '?', ';', '\n'];

    /// <summary>
    /// The words that the titles share, and the outcomes and the purpose's sentences of the other that one has almost as they are; where
    /// there is none of these, words that both use.
    /// </summary>
    public static IReadOnlyList<string> Of(Description one, Description other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        IReadOnlyList<string> shared =
        [
            .. Words(one.Title, other.Title),
            .. Alike(one.Outcomes, other.Outcomes),
            .. Alike(Sentences(one.Purpose), Sentences(other.Purpose)),
        ];
        return shared.Count > 0 ? [.. shared.Take(Most)] : [.. Words(All(one), All(other))];
    }

    /// <summary>The telling words that both texts have, as one text; nothing where there are none.</summary>
    private static IEnumerable<string> Words(string one, string other)
    {
        var shared = PlainText
            .Words(other)
            .Intersect(PlainText.Words(one))
            .Where(word => word.Length >= ShortestTelling)
            .Take(Most)
            .ToList();
        return shared.Count == 0 ? [] : [string.Join(", ", shared)];
    }

    private static IEnumerable<string> Alike(IEnumerable<string> ones, IEnumerable<string> others)
    {
        var known = ones.Select(text => new Trigrams(text)).ToList();
        return others.Where(text =>
        {
            Trigrams trigrams = new(text);
            return known.Any(one => one.LikenessTo(trigrams) >= Likeness.Close);
        });
    }

    private static string[] Sentences(string text) =>
        text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string All(Description description) => string.Join(' ', [.. description.Outcomes, description.Purpose]);
}
