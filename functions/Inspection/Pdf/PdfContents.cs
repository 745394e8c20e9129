namespace MicroCred.Inspection.Pdf;

/// <summary>
/// All objects of a PDF, whether in its cross-reference or not: readers disagree on which count when a cross-reference is broken or there
/// are several, so every object that any reader might use is inspected.
/// </summary>
internal sealed class PdfContents(InspectionLimits limits, long fileLength)
{
    private const int LongestDetour = 16;
    private const long FewestSteps = 100_000;
    private const long MostSteps = 8_000_000;

    private readonly Dictionary<long, PdfObject> _byNumber = [];
    private readonly Dictionary<long, PdfObject> _hidden = [];
    private long _steps = Math.Min(MostSteps, FewestSteps + fileLength);

    /// <summary>How many more values may be kept.</summary>
    public PdfRoom Room { get; } = new(limits.PdfValues);

    public List<PdfObject> Objects { get; } = [];

    /// <summary>The trailers, including the dictionaries of cross-reference streams.</summary>
    public List<PdfDictionary> Trailers { get; } = [];

    /// <summary>Every dictionary with an entry that the inspection uses.</summary>
    public IEnumerable<PdfDictionary> Dictionaries => Objects.SelectMany(found => found.Dictionaries);

    /// <summary>Whether the file is encrypted, so that its strings can't be read.</summary>
    public bool IsEncrypted => Trailers.Exists(trailer => Dictionary(trailer, "Encrypt").Any());

    /// <summary>The first fault found. It isn't thrown at once, because faults are expected in an encrypted file.</summary>
    public UnreadableContentException? Damage { get; private set; }

    /// <param name="found">The object.</param>
    /// <param name="isHidden">
    /// Whether the object is inside another object's data, where only a reader that rebuilds the cross-reference finds it.
    /// </param>
    /// <exception cref="InspectionLimitException">There are more objects than the limit.</exception>
    public void Add(PdfObject found, bool isHidden)
    {
        if (Objects.Count == limits.PdfObjects)
        {
            throw new InspectionLimitException("It has more objects than any honest file of its size.");
        }

        Objects.Add(found);
        if (found.Number is { } number)
        {
            Name(number, found, isHidden ? _hidden : _byNumber);
        }
    }

    /// <summary>Adds another number under which some readers find an object.</summary>
    public void AddName(long number, PdfObject found) => Name(number, found with { Earlier = null }, _hidden);

    /// <summary>Whether an object or a stream in the file has no end.</summary>
    public bool IsCutOff { get; private set; }

    public void NoteCutOff() => IsCutOff = true;

    public void Note(UnreadableContentException damage) => Damage ??= damage;

    /// <summary>
    /// The values that different readers may see: the value itself or, for a reference, every version of the object, newest first.
    /// </summary>
    /// <exception cref="InspectionLimitException">It takes more steps than in any legitimate file of this size.</exception>
    public IEnumerable<PdfValue> Resolve(PdfValue? value)
    {
        var open = new Stack<(PdfValue Value, int Detour)>();
        if (value is not null)
        {
            open.Push((value, 0));
        }

        while (open.TryPop(out var next))
        {
            if (--_steps < 0)
            {
                throw new InspectionLimitException("Its objects refer to each other more than those of any honest file of its size.");
            }

            if (next.Value is not PdfReference reference)
            {
                yield return next.Value;
            }
            else if (next.Detour < LongestDetour)
            {
                Push(open, reference.Number, next.Detour + 1);
            }
        }
    }

    /// <summary>The values of an entry that different readers may see.</summary>
    public IEnumerable<PdfValue> Resolve(PdfDictionary dictionary, string key) => dictionary.All(key).SelectMany(Resolve);

    public IEnumerable<PdfDictionary> Dictionary(PdfDictionary dictionary, string key) => Resolve(dictionary, key).OfType<PdfDictionary>();

    /// <summary>Whether any reader may see this name as the entry's value.</summary>
    public bool Is(PdfDictionary dictionary, string key, string name) =>
        Resolve(dictionary, key).Any(value => value is PdfName found && found.Value == name);

    private static void Name(long number, PdfObject found, Dictionary<long, PdfObject> names)
    {
        found.Earlier = names.GetValueOrDefault(number);
        names[number] = found;
    }

    // Reversed, because the stack returns the last pushed first.
    private void Push(Stack<(PdfValue Value, int Detour)> open, long number, int detour)
    {
        var found = Versions(_byNumber, number).Concat(Versions(_hidden, number)).SelectMany(version => version.Values);
        foreach (var value in found.Reverse())
        {
            _steps--;
            open.Push((value, detour));
        }
    }

    private static IEnumerable<PdfObject> Versions(Dictionary<long, PdfObject> names, long number)
    {
        for (var version = names.GetValueOrDefault(number); version is not null; version = version.Earlier)
        {
            yield return version;
        }
    }
}
