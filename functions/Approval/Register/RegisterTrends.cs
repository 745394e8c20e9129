namespace MicroCred.Approval;

/// <summary>
/// When micro-credentials were approved and what they are for, over the entries that <see cref="RegisterStatistics"/> counts; and which of
/// them TEC may fund, universities' own among them.
/// </summary>
/// <param name="ApprovalsByMonth">The months in which any was approved, the first one first.</param>
/// <param name="UseCases">How many have each use.</param>
/// <param name="FundedByMonth">Those that TEC may fund, by fund and month.</param>
public sealed record RegisterTrends(
    IReadOnlyList<MonthRow> ApprovalsByMonth,
    IReadOnlyList<UseCaseRow> UseCases,
    IReadOnlyList<FundRow> FundedByMonth
)
{
    /// <summary>The trends over the entries that were approved by a day, where one is given.</summary>
    public static RegisterTrends Of(IEnumerable<RegisterEntry> entries, DateOnly? asAt = null)
    {
        var all = RegisterStatistics.WithUniversities(entries, asAt).ToList();
        var counted = all.Where(RegisterStatistics.IsNoUniversitys).ToList();
        return new(MonthRow.TableOf(counted), UseCaseRow.TableOf(counted), FundRow.TableOf(all));
    }
}
