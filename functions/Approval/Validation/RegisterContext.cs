namespace MicroCred.Approval;

/// <summary>What the register already has that bears on an application.</summary>
/// <param name="SameListing">The number of a current entry with the same provider, title, level and credits.</param>
/// <param name="Similar">Other entries close to it, closest first.</param>
public sealed record RegisterContext(int? SameListing, IReadOnlyList<SimilarListing> Similar)
{
    /// <summary>A register with nothing alike.</summary>
    public static RegisterContext Nothing { get; } = new(null, []);

    /// <summary>Looks an application up among entries, closest first.</summary>
    public static RegisterContext From(Application application, IEnumerable<RegisterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(entries);
        var content = application.Content.MicroCredential ?? new();
        var identity = ListingIdentity.Of(application.Provider.Number, content.Title ?? "", content.Level ?? 0, content.Credits ?? 0);
        var current = entries.Where(entry => entry.Status == RegisterStatus.Current).ToList();
        return new(
            current.FirstOrDefault(entry => IdentityOf(entry) == identity)?.Number,
            [
                .. from entry in current
                   let similarity = Math.Max(
                       TitleSimilarity.Of(content.Title ?? "", entry.Title),
                       TitleSimilarity.Of(string.Join(' ', content.Outcomes ?? []), string.Join(' ', entry.Outcomes)))
                   where similarity >= TitleSimilarity.Close
                   orderby similarity descending
                   select new SimilarListing(entry.Number, entry.Title, similarity),
            ]);
    }

    private static string IdentityOf(RegisterEntry entry) =>
        ListingIdentity.Of(entry.Developer.Number, entry.Title, entry.Level.Value, entry.Credits.Value);
}
