namespace MicroCred.Approval;

/// <summary>A row of Table Two: how many micro-credentials a subject has in each band of credits, such as 5-10.</summary>
public sealed record CreditsRow(string Subject, IReadOnlyDictionary<string, int> Credits, int Total)
{
    private static readonly (int From, int To)[] Bands = [(5, 10), (11, 20), (21, 30), (31, 40)];

    /// <summary>The band that only the rules since 2022 allow; shown only where it has entries, so that the totals always add up.</summary>
    private static readonly (int From, int To) Small = (1, 4);

    internal static IReadOnlyList<CreditsRow> TableOf(IReadOnlyCollection<RegisterEntry> entries)
    {
        var bands = entries.Any(entry => In(Small, entry)) ? [Small, .. Bands] : Bands;
        var bySubject = entries.ToLookup(entry => entry.Nzsced?.BroadField ?? "Not stated");
        return
        [
            .. Nzsced
                .BroadFields.Order(StringComparer.Ordinal)
                .Union(bySubject.Select(group => group.Key))
                .Select(subject => Of(subject, [.. bySubject[subject]], bands)),
            Of("Total", entries, bands),
        ];
    }

    private static CreditsRow Of(string subject, IReadOnlyCollection<RegisterEntry> entries, (int From, int To)[] bands) =>
        new(subject, bands.ToDictionary(band => $"{band.From}-{band.To}", band => entries.Count(entry => In(band, entry))), entries.Count);

    private static bool In((int From, int To) band, RegisterEntry entry) =>
        entry.Credits.Value >= band.From && entry.Credits.Value <= band.To;
}
