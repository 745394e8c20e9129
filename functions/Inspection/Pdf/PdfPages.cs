namespace MicroCred.Inspection.Pdf;

/// <summary>The pages reachable from a catalogue, in their newest revision.</summary>
internal sealed class PdfPages
{
    private readonly PdfContents _contents;
    private readonly HashSet<long> _nodes = [];
    private readonly Stack<PdfValue> _open = new();

    private PdfPages(PdfContents contents, PdfValue root)
    {
        _contents = contents;
        if (Enter(root) is not { } catalog)
        {
            return;
        }

        foreach (var pages in catalog.All("Pages"))
        {
            _open.Push(pages);
        }

        while (_open.TryPop(out var node))
        {
            Look(node);
        }
    }

    /// <summary>The number of pages.</summary>
    public int Count { get; private set; }

    /// <summary>Whether every declared page is present, with its content.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The object numbers of the catalogue, the pages and the nodes between them.</summary>
    public IReadOnlyCollection<long> Nodes => _nodes;

    /// <summary>The pages of the last catalogue that has any; null where none does.</summary>
    public static PdfPages? Of(PdfContents contents, IEnumerable<PdfValue> roots) =>
        roots.Select(root => new PdfPages(contents, root)).FirstOrDefault(pages => pages.Count > 0);

    private void Look(PdfValue value)
    {
        if (value is PdfReference { Number: var number } && _nodes.Contains(number))
        {
            return;
        }

        if (Enter(value) is not { } node)
        {
            IsWhole = false;
        }
        else if (node.Has("Kids"))
        {
            foreach (var kid in _contents.Resolve(node, "Kids").OfType<PdfList>().SelectMany(kids => kids.Items))
            {
                _open.Push(kid);
            }
        }
        else if (node.Name("Type") == "Page" || node.HasAny("Contents", "MediaBox"))
        {
            Count++;
            IsWhole &= HasContents(node);
        }
    }

    private PdfDictionary? Enter(PdfValue value)
    {
        if (value is PdfReference { Number: var number })
        {
            _nodes.Add(number);
        }

        return _contents.Resolve(value).FirstOrDefault() as PdfDictionary;
    }

    private bool HasContents(PdfDictionary page) => page.All("Contents").SelectMany(Parts).All(part => _contents.Resolve(part).Any());

    private IEnumerable<PdfValue> Parts(PdfValue contents) =>
        _contents.Resolve(contents).FirstOrDefault() is PdfList list ? list.Items : [contents];
}
