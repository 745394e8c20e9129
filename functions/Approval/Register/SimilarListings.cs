namespace MicroCred.Approval;

/// <summary>
/// Finds the entries that an application's title or outcomes are close to without comparing it with each one: texts that share most of
/// their letter triples almost surely share a band of MinHash values [Broder 1997], and only those are compared. Of texts exactly at
/// <see cref="TitleSimilarity.Close"/> one in a thousand is missed, of closer ones next to none. Not safe for concurrent use.
/// </summary>
public sealed class SimilarListings
{
    private const int Bands = 16;
    private const int HashesABand = 3;

    private readonly Dictionary<(int Band, int Value), List<RegisterEntry>> _byTitle = [];
    private readonly Dictionary<(int Band, int Value), List<RegisterEntry>> _byOutcomes = [];

    /// <summary>Takes an entry in.</summary>
    public void Add(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Add(_byTitle, entry.Title, entry);
        Add(_byOutcomes, Joined(entry.Outcomes), entry);
    }

    /// <summary>Current entries close to the application, closest first.</summary>
    public IReadOnlyList<SimilarListing> To(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var content = application.Content.MicroCredential;
        var (title, outcomes) = (content?.Title ?? "", Joined(content?.GivenOutcomes ?? []));
        return
        [
            .. from entry in Candidates(_byTitle, title).Union(Candidates(_byOutcomes, outcomes))
               where entry.Status == RegisterStatus.Current
               let similarity = Math.Max(TitleSimilarity.Of(title, entry.Title), TitleSimilarity.Of(outcomes, Joined(entry.Outcomes)))
               where similarity >= TitleSimilarity.Close
               orderby similarity descending, entry.Number
               select new SimilarListing(entry.Number, entry.Title, similarity),
        ];
    }

    private static string Joined(IEnumerable<string> outcomes) => string.Join(' ', outcomes);

    private static void Add(Dictionary<(int Band, int Value), List<RegisterEntry>> index, string text, RegisterEntry entry)
    {
        foreach (var band in BandsOf(text))
        {
            if (!index.TryGetValue(band, out var alike))
                index[band] = alike = [];
            alike.Add(entry);
        }
    }

    private static IEnumerable<RegisterEntry> Candidates(Dictionary<(int Band, int Value), List<RegisterEntry>> index, string text) =>
        BandsOf(text).SelectMany(band => index.GetValueOrDefault(band) ?? []);

    private static IEnumerable<(int Band, int Value)> BandsOf(string text)
    {
        var least = new uint[Bands * HashesABand];
        Array.Fill(least, uint.MaxValue);
        var isEmpty = true;
        foreach (var triple in TitleSimilarity.Triples(text))
        {
            isEmpty = false;
            for (var i = 0; i < least.Length; i++)
                least[i] = Math.Min(least[i], Hash(triple, (uint)i));
        }
        if (isEmpty)
            yield break;
        foreach (var (band, values) in least.Chunk(HashesABand).Index())
            yield return (band, HashCode.Combine(values[0], values[1], values[2]));
    }

    /// <summary>A different, well mixed order of all triples for each seed (the finaliser of MurmurHash3).</summary>
    private static uint Hash(string triple, uint seed)
    {
        var h = ((uint)triple[0] << 20) ^ ((uint)triple[1] << 10) ^ triple[2] ^ (seed * 0x9E3779B9);
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
