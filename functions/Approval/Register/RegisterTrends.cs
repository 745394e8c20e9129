namespace MicroCred.Approval;

/// <summary>
/// When micro-credentials were approved and what they are for, over the entries that <see cref="RegisterStatistics"/> counts.
/// </summary>
/// <param name="ApprovalsByMonth">The months in which any was approved, the first one first.</param>
/// <param name="UseCases">How many have each use.</param>
public sealed record RegisterTrends(IReadOnlyList<MonthRow> ApprovalsByMonth, IReadOnlyList<UseCaseRow> UseCases)
{
    /// <summary>The trends over the entries that were approved by a day, where one is given.</summary>
    public static RegisterTrends Of(IEnumerable<RegisterEntry> entries, DateOnly? asAt = null)
    {
        var counted = RegisterStatistics.Counted(entries, asAt);
        return new(MonthRow.TableOf(counted), UseCaseRow.TableOf(counted));
    }
}
