namespace MicroCred.App.Tests.Architecture;

/// <summary>One folder needs another.</summary>
/// <param name="From">The folder that needs it.</param>
/// <param name="To">The folder that it needs.</param>
/// <param name="Because">A type of the one and what it uses of the other.</param>
internal sealed record Arrow(string From, string To, string Because)
{
    public override string ToString() => $"{From} → {To}: {Because}";

    /// <summary>Those that lead, over others or at once, back to where they come from.</summary>
    public static IReadOnlyList<Arrow> InCircles(IReadOnlyCollection<Arrow> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        return [.. arrows.Where(arrow => Reached(arrow.To, next).Contains(arrow.From))];
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> next)
    {
        HashSet<string> reached = [];
        Queue<string> ahead = new([from]);
        while (ahead.TryDequeue(out var folder))
        {
            foreach (var to in next[folder].Where(reached.Add))
            {
                ahead.Enqueue(to);
            }
        }

        return reached;
    }
}
