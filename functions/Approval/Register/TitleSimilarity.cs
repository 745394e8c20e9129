namespace MicroCred.Approval;

/// <summary>How alike two titles, or other short texts, look to a reader.</summary>
public static class TitleSimilarity
{
    /// <summary>The similarity from which two listings are shown side by side.</summary>
    public const double Close = 0.7;

    /// <summary>
    /// The Jaccard similarity of the texts' letter trigrams, from 0 to 1; case, macrons, punctuation and word order don't count. Two texts
    /// without letters or digits have similarity 0.
    /// </summary>
    public static double Of(string one, string other) => Of(Triples(one), Triples(other));

    internal static double Of(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    internal static HashSet<string> Triples(string text) =>
        [
            .. from word in PlainText.Words(text)
            let padded = $" {word} "
            from start in Enumerable.Range(0, padded.Length - 2)
            select padded.Substring(start, 3),
        ];
}
