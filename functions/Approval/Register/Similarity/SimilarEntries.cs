namespace MicroCred.Approval;

/// <summary>Finds entries that are like a micro-credential.</summary>
public static class SimilarEntries
{
    /// <summary>How many likely entries are compared, of each kind.</summary>
    private const int Compared = 50;

    /// <summary>Entries that weren't listed by mistake, the most similar first.</summary>
    public static IReadOnlyList<(RegisterEntry Entry, Likeness Likeness)> SimilarTo(this RegisterSearch search, Description wanted)
    {
        ArgumentNullException.ThrowIfNull(search);
        return
        [
            .. search
                .Candidates(wanted, Compared)
                .Where(entry => entry.Status != RegisterStatus.ListedByMistake)
                .Select(entry => (Entry: entry, Likeness: Likeness.Between(wanted, Description.Of(entry))))
                .OrderByDescending(similar => similar.Likeness.Score)
                .ThenBy(similar => similar.Entry.Number),
        ];
    }

    /// <summary>
    /// Current entries that an application may duplicate, the most similar first, without those of a set that its provider made alike on
    /// purpose.
    /// </summary>
    public static IReadOnlyList<SimilarListing> CloseTo(this RegisterSearch search, Application application)
    {
        var wanted = Description.Of(application);
        return
        [
            .. from similar in search.SimilarTo(wanted)
            where
                similar.Likeness.IsClose
                && similar.Entry.Status == RegisterStatus.Current
                && !(similar.Entry.Developer.Number == application.Provider.Number && ListingSet.Holds(similar.Entry.Title, wanted.Title))
            select new SimilarListing(similar.Entry.Number, similar.Entry.Title),
        ];
    }
}
