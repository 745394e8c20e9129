using System.Globalization;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>How many micro-credentials were approved in a month.</summary>
/// <param name="First">The month's first day.</param>
/// <param name="Entries">How many.</param>
public sealed record MonthRow([property: JsonIgnore] DateOnly First, int Entries)
{
    /// <summary>The month, such as 2026-11.</summary>
    [JsonPropertyOrder(-1)]
    public string Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The months that have any, the first one first.</summary>
    internal static IReadOnlyList<MonthRow> TableOf(IEnumerable<RegisterEntry> entries) =>
        [
            .. entries
                .CountBy(entry => new DateOnly(entry.ApprovedOn.Year, entry.ApprovedOn.Month, 1))
                .OrderBy(month => month.Key)
                .Select(month => new MonthRow(month.Key, month.Value)),
        ];
}
