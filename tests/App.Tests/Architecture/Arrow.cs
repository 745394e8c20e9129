namespace MicroCred.App.Tests.Architecture;

/// <summary>A dependency of one folder on another.</summary>
/// <param name="From">The dependent folder.</param>
/// <param name="To">The folder it depends on.</param>
/// <param name="Because">A type of the first and what it uses of the second.</param>
internal sealed record Arrow(string From, string To, string Because)
{
    public override string ToString() => $"{From} → {To}: {Because}";

    /// <summary>The dependencies that are part of a cycle.</summary>
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
