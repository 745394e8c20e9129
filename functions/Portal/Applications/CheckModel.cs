using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What the rules and the funding tests say of an application now.</summary>
/// <param name="Application">The application.</param>
/// <param name="Findings">What the rules find.</param>
/// <param name="Similar">What is like it on the register and among its provider's own applications.</param>
/// <param name="Funding">How the funding tests stand; null where none is asked for, or level or credits are missing.</param>
public sealed record CheckModel(
    Application Application,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SimilarLine> Similar,
    FundingAssessment? Funding
) : PageModel(typeof(CheckPage));
