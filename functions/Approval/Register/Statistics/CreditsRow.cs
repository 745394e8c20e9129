namespace MicroCred.Approval;

/// <summary>A row of Table Two: how many micro-credentials a subject has in each band of credits, such as 5-10.</summary>
public sealed record CreditsRow(string Subject, IReadOnlyDictionary<string, int> Credits, int Total)
{
    /// <summary>The smallest band is shown only where it has entries, so that the totals always add up.</summary>
    internal static IReadOnlyList<CreditsRow> TableOf(IReadOnlyCollection<RegisterEntry> entries)
    {
        var bands = entries.Any(CreditBand.Small.Holds) ? CreditBand.All : CreditBand.OfTheTable;
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

    private static CreditsRow Of(string subject, IReadOnlyCollection<RegisterEntry> entries, IReadOnlyList<CreditBand> bands) =>
        new(subject, bands.ToDictionary(band => band.Name, band => entries.Count(band.Holds)), entries.Count);
}
