namespace MicroCred.Inspection.Pdf;

/// <summary>
/// Parent and child links between objects: page, name and field trees. Many readers recurse along every path, without checking whether a
/// node was visited.
/// </summary>
internal sealed class PdfTree
{
    private readonly Dictionary<long, List<long>> _below = [];
    private readonly Dictionary<long, long> _steps = [];

    public PdfTree(PdfContents contents)
    {
        foreach (var found in contents.Objects)
        {
            Add(found);
        }
    }

    /// <exception cref="UnreadableContentException">
    /// A path is deeper than the depth or circular, or the paths have more steps than allowed.
    /// </exception>
    public void RefuseBeyond(int depth, int steps)
    {
        foreach (var root in _below.Keys.Where(root => !_steps.ContainsKey(root)))
        {
            Measure(root, depth, steps);
        }
    }

    private void Add(PdfObject found)
    {
        List<long> kids = [.. found.Dictionaries.SelectMany(node => node.All("Kids")).SelectMany(References)];
        // A list of kids, or a reference to a node, may be an object by itself.
        kids.AddRange(found.Values.SelectMany(References));
        if (found.Number is not { } number || kids.Count == 0)
        {
            return;
        }

        if (!_below.TryAdd(number, kids))
        {
            _below[number].AddRange(kids);
        }
    }

    private static IEnumerable<long> References(PdfValue value) =>
        value switch
        {
            PdfReference reference => [reference.Number],
            PdfList list => list.Items.OfType<PdfReference>().Select(reference => reference.Number),
            _ => [],
        };

    // Depth first with an explicit stack: recursion would fall into the trap that this looks for.
    private void Measure(long root, int depth, int steps)
    {
        var path = new Stack<(long Node, int Next)>([(root, 0)]);
        var onPath = new HashSet<long> { root };
        while (path.TryPop(out var at))
        {
            if (at.Next == _below[at.Node].Count)
            {
                onPath.Remove(at.Node);
                _steps[at.Node] = 1 + _below[at.Node].Sum(kid => _steps.GetValueOrDefault(kid, 1));
                Require(_steps[at.Node] <= steps);
                continue;
            }
            path.Push(at with { Next = at.Next + 1 });
            var kid = _below[at.Node][at.Next];
            Require(!onPath.Contains(kid) && path.Count <= depth);
            if (_below.ContainsKey(kid) && !_steps.ContainsKey(kid))
            {
                path.Push((kid, 0));
                onPath.Add(kid);
            }
        }
    }

    private static void Require(bool isSane)
    {
        if (!isSane)
        {
            throw new UnreadableContentException("Pages, names or fields lead to each other without end.");
        }
    }
}
