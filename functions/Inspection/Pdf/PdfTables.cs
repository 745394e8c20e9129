namespace MicroCred.Inspection.Pdf;

/// <summary>The object positions from all of a PDF's cross-references together [ISO 32000-1, 7.5.4 to 7.5.8].</summary>
internal sealed class PdfTables(InspectionLimits limits)
{
    private readonly List<(long Number, long Start)> _entries = [];
    private readonly HashSet<long> _listed = [];
    private readonly HashSet<long> _tables = [];
    private readonly List<long> _starts = [];
    private bool _isBroken;

    /// <summary>Records the offset of a table that was found.</summary>
    public void AddTable(long start) => _tables.Add(start);

    /// <summary>Records an offset at which the file says a table is.</summary>
    public void AddStart(long start) => _starts.Add(start);

    /// <summary>Records an object's offset in the file.</summary>
    /// <exception cref="InspectionLimitException">There are more entries than the limit.</exception>
    public void AddEntry(long number, long start)
    {
        if (_entries.Count == limits.PdfObjects)
        {
            throw new InspectionLimitException("Its cross-reference lists more than any honest file of its size.");
        }

        _entries.Add((number, start));
        _listed.Add(number);
    }

    /// <summary>Records that an object is in an object stream.</summary>
    public void AddPacked(long number)
    {
        if (_listed.Count < limits.PdfObjects)
        {
            _listed.Add(number);
        }
    }

    public void NoteBroken() => _isBroken = true;

    public bool Lists(long number) => _listed.Contains(number);

    /// <summary>
    /// Whether every reader relies on these tables, since all their entries are correct. Otherwise some readers search for objects
    /// themselves, even where none are meant to be. Also registers objects whose entry points into the middle of their number.
    /// </summary>
    public bool Hold(PdfContents contents)
    {
        PdfObject[] objects = [.. contents.Objects.Where(found => found.Start >= 0).OrderBy(found => found.Start)];
        var starts = Array.ConvertAll(objects, found => found.Start);
        var isSound = !_isBroken && AreTables(contents.Trailers);
        foreach (var (number, start) in _entries)
        {
            var at = Array.BinarySearch(starts, start);
            if (at >= 0 && objects[at].Number == number)
            {
                continue;
            }

            isSound = false;
            at = at < 0 ? ~at - 1 : at;
            if (at >= 0 && start < objects[at].Content)
            {
                contents.AddName(number, objects[at]);
            }
        }
        return isSound;
    }

    // A linearized file first gives 0 as its table's offset, and its last startxref gives the real one.
    private bool AreTables(List<PdfDictionary> trailers)
    {
        var said = trailers
            .SelectMany(trailer => (long?[])[trailer.Number("Prev"), trailer.Number("XRefStm")])
            .OfType<long>()
            .Concat(_starts);
        return _starts.Any(start => start != 0) && said.All(start => start == 0 || _tables.Contains(start));
    }
}
