namespace MicroCred.Approval;

/// <summary>How alike two titles, or other short texts, are to a reader's eye.</summary>
public static class TitleSimilarity
{
    /// <summary>From here on two listings are close enough to look at side by side.</summary>
    public const double Close = 0.7;

    /// <summary>
    /// The share of letter triples that both have of all that either has (Jaccard), from 0 to 1; case, macrons, punctuation and
    /// the order of words don't count. Two texts without letters or digits share nothing.
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
