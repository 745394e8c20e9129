using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What the rules and the funding tests say of an application now.</summary>
/// <param name="Application">The application.</param>
/// <param name="Findings">What the rules find.</param>
/// <param name="Funding">How the funding tests stand; null where none is asked for, or level or credits are missing.</param>
public sealed record CheckModel(Application Application, IReadOnlyList<Finding> Findings, FundingAssessment? Funding)
    : PageModel(typeof(CheckPage));
