using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace MicroCred.Portal;

/// <summary>A piece of a text that was compared with another, word by word.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsAdded">Whether only the later text has it.</param>
/// <param name="IsRemoved">Whether only the earlier text has it.</param>
public sealed record WordDifference(string Text, bool IsAdded, bool IsRemoved)
{
    /// <summary>
    /// The most characters that are compared word by word: the time grows with the square of the number of words. Longer texts that differ
    /// are shown whole.
    /// </summary>
    private const int Most = 40_000;

    /// <summary>The pieces of two texts that differ, in order.</summary>
    public static IReadOnlyList<WordDifference> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Length + after.Length > Most
            ? [.. new[] { Removed(before), Added(after) }.Where(piece => piece.Text.Length > 0)]
            : WordByWord(before, after);
    }

    internal static WordDifference Added(string text) => new(text, IsAdded: true, IsRemoved: false);

    internal static WordDifference Removed(string text) => new(text, IsAdded: false, IsRemoved: true);

    private static List<WordDifference> WordByWord(string before, string after)
    {
        var compared = InlineDiffBuilder.Diff(
            Differ.Instance,
            before,
            after,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            new WordChunker()
        );
        List<WordDifference> pieces = [];
        foreach (var word in compared.Lines.Where(word => word.Text is { Length: > 0 }))
        {
            WordDifference piece = new(word.Text, word.Type == ChangeType.Inserted, word.Type == ChangeType.Deleted);
            if (pieces is [.., var last] && last with { Text = piece.Text } == piece)
            {
                pieces[^1] = last with { Text = last.Text + piece.Text };
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }
}
