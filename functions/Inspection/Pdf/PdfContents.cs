namespace MicroCred.Inspection.Pdf;

/// <summary>
/// All objects of a PDF, whether its cross-reference knows them or not: readers disagree on what counts when that is broken or there are
/// several, so whatever one of them might use has to be looked at.
/// </summary>
internal sealed class PdfContents(InspectionLimits limits, long fileLength)
{
    private const int LongestDetour = 16;
    private const long FewestSteps = 100_000;
    private const long MostSteps = 8_000_000;

    private readonly Dictionary<long, PdfObject> _byNumber = [];
    private readonly Dictionary<long, PdfObject> _hidden = [];
    private long _steps = Math.Min(MostSteps, FewestSteps + fileLength);

    /// <summary>How many values may still be kept.</summary>
    public PdfRoom Room { get; } = new(limits.PdfValues);

    public List<PdfObject> Objects { get; } = [];

    /// <summary>The trailers, and the dictionaries of cross-reference streams, which are trailers too.</summary>
    public List<PdfDictionary> Trailers { get; } = [];

    /// <summary>Every dictionary that holds anything asked about.</summary>
    public IEnumerable<PdfDictionary> Dictionaries => Objects.SelectMany(found => found.Dictionaries);

    /// <summary>Whether its strings can't be read.</summary>
    public bool IsEncrypted => Trailers.Exists(trailer => Dictionary(trailer, "Encrypt").Any());

    /// <summary>What is broken in it. It isn't thrown at once: in an encrypted file it is to be expected.</summary>
    public UnreadableContentException? Damage { get; private set; }

    /// <param name="found">The object.</param>
    /// <param name="isHidden">Whether it stands in the data of another object, where only a reader that rebuilds the cross-reference
    /// finds it.</param>
    /// <exception cref="InspectionLimitException">There are more than are followed.</exception>
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

    /// <summary>Another number by which some readers find an object.</summary>
    public void AddName(long number, PdfObject found) => Name(number, found with { Earlier = null }, _hidden);

    /// <summary>Whether a part begins in it that doesn't end.</summary>
    public bool IsCutOff { get; private set; }

    public void NoteCutOff() => IsCutOff = true;

    public void Note(UnreadableContentException damage) => Damage ??= damage;

    /// <summary>
    /// What a value may be to one reader or another: itself, or what any object with the number has been, the newest first.
    /// </summary>
    /// <exception cref="InspectionLimitException">It takes more steps than any honest file of this size.</exception>
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

    /// <summary>What the entry may be, in each of these ways.</summary>
    public IEnumerable<PdfValue> Resolve(PdfDictionary dictionary, string key) => dictionary.All(key).SelectMany(Resolve);

    public IEnumerable<PdfDictionary> Dictionary(PdfDictionary dictionary, string key) => Resolve(dictionary, key).OfType<PdfDictionary>();

    /// <summary>Whether the entry may be this name.</summary>
    public bool Is(PdfDictionary dictionary, string key, string name) =>
        Resolve(dictionary, key).Any(value => value is PdfName found && found.Value == name);

    private static void Name(long number, PdfObject found, Dictionary<long, PdfObject> names)
    {
        found.Earlier = names.GetValueOrDefault(number);
        names[number] = found;
    }

    // In reverse, since what is pushed last comes out first.
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
