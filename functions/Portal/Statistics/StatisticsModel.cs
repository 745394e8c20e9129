using MicroCred.Approval;

namespace MicroCred.Portal.Statistics;

/// <summary>The register in numbers.</summary>
/// <param name="AsAt">The day, which is counted too.</param>
/// <param name="Tables">Tables One and Two as of that day.</param>
/// <param name="Trends">Approvals by month, and uses, as of that day.</param>
public sealed record StatisticsModel(DateOnly AsAt, RegisterStatistics Tables, RegisterTrends Trends) : PageModel(typeof(StatisticsPage));
