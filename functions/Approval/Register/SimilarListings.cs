namespace MicroCred.Approval;

/// <summary>
/// Finds the entries whose title or outcomes are close to an application's without comparing all of them: texts that share most of their
/// letter trigrams almost surely share a band of MinHash values [Broder 1997], and only those are compared. Of texts exactly at <see
/// cref="TitleSimilarity.Close"/> two in a thousand are missed, of closer ones next to none. Not safe for concurrent use.
/// </summary>
public sealed class SimilarListings
{
    private const int Bands = 16;
    private const int HashesABand = 3;

    /// <summary>
    /// The share of equal MinHash values below which two texts aren't compared. The values estimate the similarity; for two texts exactly
    /// at the threshold, an estimate from 48 values is this far off once in a thousand times. Without this limit, texts about other things
    /// in the same words would be compared.
    /// </summary>
    private const double PerhapsClose = TitleSimilarity.Close - 0.2;

    private readonly Dictionary<int, RegisterEntry> _entries = [];
    private readonly Dictionary<(int Band, int Value), List<Listed>> _byTitle = [];
    private readonly Dictionary<(int Band, int Value), List<Listed>> _byOutcomes = [];

    /// <summary>Adds an entry, replacing the one with the same number.</summary>
    public void Add(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (_entries.TryGetValue(entry.Number, out var earlier))
        {
            Remove(_byTitle, earlier.Title, earlier);
            Remove(_byOutcomes, Joined(earlier.Outcomes), earlier);
        }
        _entries[entry.Number] = entry;
        Add(_byTitle, entry.Title, entry);
        Add(_byOutcomes, Joined(entry.Outcomes), entry);
    }

    /// <summary>
    /// Current entries close to the application, closest first, without those of a set that its provider made alike on purpose.
    /// </summary>
    public IReadOnlyList<SimilarListing> To(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var content = application.Content.MicroCredential;
        var (title, outcomes) = (content?.Title ?? "", Joined(content?.GivenOutcomes ?? []));
        return
        [
            .. from close in CloseTo(_byTitle, title).Concat(CloseTo(_byOutcomes, outcomes))
            where
                close.Entry.Status == RegisterStatus.Current
                && !(close.Entry.Developer.Number == application.Provider.Number && ListingSet.Holds(close.Entry.Title, title))
            group close.Similarity by close.Entry into found
            let similarity = found.Max()
            orderby similarity descending, found.Key.Number
            select new SimilarListing(found.Key.Number, found.Key.Title, similarity),
        ];
    }

    private static string Joined(IEnumerable<string> outcomes) => string.Join(' ', outcomes);

    private static void Add(Dictionary<(int Band, int Value), List<Listed>> index, string text, RegisterEntry entry)
    {
        if (LeastOf(text) is not { } least)
        {
            return;
        }

        var listed = new Listed(entry, text, least);
        foreach (var band in BandsOf(least))
        {
            if (!index.TryGetValue(band, out var alike))
            {
                index[band] = alike = [];
            }

            alike.Add(listed);
        }
    }

    private static void Remove(Dictionary<(int Band, int Value), List<Listed>> index, string text, RegisterEntry entry)
    {
        foreach (var band in LeastOf(text) is { } least ? BandsOf(least) : [])
        {
            index[band].RemoveAll(listed => listed.Entry.Number == entry.Number);
        }
    }

    private static IEnumerable<(RegisterEntry Entry, double Similarity)> CloseTo(
        Dictionary<(int Band, int Value), List<Listed>> index,
        string text
    )
    {
        if (LeastOf(text) is not { } least)
        {
            return [];
        }

        var triples = TitleSimilarity.Triples(text);
        return BandsOf(least)
            .SelectMany(band => index.GetValueOrDefault(band) ?? [])
            .Where(listed => ShareOfEqual(least, listed.Least) >= PerhapsClose)
            .Distinct()
            .Select(listed => (listed.Entry, TitleSimilarity.Of(triples, TitleSimilarity.Triples(listed.Text))))
            .Where(found => found.Item2 >= TitleSimilarity.Close);
    }

    /// <summary>A text's MinHash values; null for one without letters.</summary>
    private static uint[]? LeastOf(string text)
    {
        var least = new uint[Bands * HashesABand];
        Array.Fill(least, uint.MaxValue);
        var isEmpty = true;
        foreach (var triple in TitleSimilarity.Triples(text))
        {
            isEmpty = false;
            for (var i = 0; i < least.Length; i++)
            {
                least[i] = Math.Min(least[i], Hash(triple, (uint)i));
            }
        }
        return isEmpty ? null : least;
    }

    private static IEnumerable<(int Band, int Value)> BandsOf(uint[] least) =>
        least.Chunk(HashesABand).Index().Select(band => (band.Index, HashCode.Combine(band.Item[0], band.Item[1], band.Item[2])));

    private static double ShareOfEqual(uint[] one, uint[] other)
    {
        var equal = 0;
        for (var i = 0; i < one.Length; i++)
        {
            equal += one[i] == other[i] ? 1 : 0;
        }

        return (double)equal / one.Length;
    }

    /// <summary>A different, well-mixed order of all trigrams for each seed (the finaliser of MurmurHash3).</summary>
    private static uint Hash(string triple, uint seed)
    {
        var h = ((uint)triple[0] << 20) ^ ((uint)triple[1] << 10) ^ triple[2] ^ (seed * 0x9E3779B9);
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }

    /// <summary>An entry, one of the texts it is found by, and that text's MinHash values.</summary>
    private sealed class Listed(RegisterEntry entry, string text, uint[] least)
    {
        public RegisterEntry Entry { get; } = entry;

        public string Text { get; } = text;

        public uint[] Least { get; } = least;
    }
}
