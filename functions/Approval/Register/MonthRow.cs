namespace MicroCred.Approval;

/// <summary>How many micro-credentials were approved in a month.</summary>
/// <param name="Year">The year, such as 2026.</param>
/// <param name="Month">The month, from 1 for January.</param>
/// <param name="Entries">How many.</param>
public sealed record MonthRow(int Year, int Month, int Entries)
{
    /// <summary>The months that have any, the first one first.</summary>
    internal static IReadOnlyList<MonthRow> TableOf(IReadOnlyCollection<RegisterEntry> entries) =>
        [
            .. entries
                .GroupBy(entry => (entry.ApprovedOn.Year, entry.ApprovedOn.Month))
                .OrderBy(month => month.Key)
                .Select(month => new MonthRow(month.Key.Year, month.Key.Month, month.Count())),
        ];
}
