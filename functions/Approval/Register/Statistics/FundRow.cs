namespace MicroCred.Approval;

/// <summary>How many micro-credentials TEC may fund from a fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Entries">How many.</param>
/// <param name="ByMonth">How many of them were approved in each month that has any, the first one first.</param>
public sealed record FundRow(Fund Fund, int Entries, IReadOnlyList<MonthRow> ByMonth)
{
    /// <summary>The funds that have any.</summary>
    internal static IReadOnlyList<FundRow> TableOf(IEnumerable<RegisterEntry> entries) =>
        [
            .. entries
                .Where(entry => entry.Funding is { Outcome: FundingOutcome.Eligible, Fund: not null })
                .GroupBy(entry => entry.Funding!.Fund!.Value)
                .OrderBy(fund => fund.Key)
                .Select(fund => new FundRow(fund.Key, fund.Count(), MonthRow.TableOf(fund))),
        ];
}
