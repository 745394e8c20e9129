namespace MicroCred.Approval;

/// <summary>How many micro-credentials that TEC may fund from a fund were approved in a month.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Year">The year, such as 2026.</param>
/// <param name="Month">The month, from 1 for January.</param>
/// <param name="Entries">How many.</param>
public sealed record FundRow(Fund Fund, int Year, int Month, int Entries)
{
    /// <summary>The funds and months that have any, by fund and then the first month first.</summary>
    internal static IReadOnlyList<FundRow> TableOf(IEnumerable<RegisterEntry> entries) =>
        [
            .. entries
                .Where(entry => entry.Funding is { Outcome: FundingOutcome.Eligible, Fund: not null })
                .GroupBy(entry => (entry.Funding!.Fund!.Value, entry.ApprovedOn.Year, entry.ApprovedOn.Month))
                .OrderBy(month => month.Key)
                .Select(month => new FundRow(month.Key.Value, month.Key.Year, month.Key.Month, month.Count())),
        ];
}
