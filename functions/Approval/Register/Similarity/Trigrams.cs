namespace MicroCred.Approval;

/// <summary>
/// A text's runs of three letters, word by word; case, macrons, punctuation and the order of words don't count. Texts that differ in a few
/// letters or words have most of them in common.
/// </summary>
internal sealed class Trigrams
{
    private readonly HashSet<ulong> _runs = [];

    public Trigrams(string text)
    {
        foreach (var word in PlainText.Words(text))
        {
            var padded = $" {word} ";
            for (var at = 0; at + 2 < padded.Length; at++)
            {
                _runs.Add(((ulong)padded[at] << 32) | ((ulong)padded[at + 1] << 16) | padded[at + 2]);
            }
        }
    }

    /// <summary>Whether the text has no letter or digit.</summary>
    public bool IsEmpty => _runs.Count == 0;

    /// <summary>The Jaccard similarity, from 0 to 1; 0 for two texts without letters or digits.</summary>
    public double LikenessTo(Trigrams other)
    {
        var (fewer, more) = _runs.Count <= other._runs.Count ? (_runs, other._runs) : (other._runs, _runs);
        var shared = fewer.Count(more.Contains);
        return shared == 0 ? 0 : (double)shared / (fewer.Count + more.Count - shared);
    }
}
