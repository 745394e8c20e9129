using MicroCred.Approval;

namespace MicroCred.Portal.Statistics;

/// <summary>The register in numbers.</summary>
/// <param name="Numbers">The numbers, as of their day.</param>
public sealed record StatisticsModel(RegisterStatistics Numbers) : PageModel(typeof(StatisticsPage));
