namespace MicroCred.Approval;

/// <summary>
/// Whether TEC may fund a micro-credential: the fund, its equivalent full-time students (EFTS), each test's result, and who decided a
/// referral and why.
/// </summary>
public sealed record FundingAssessment(
    FundingOutcome Outcome,
    Fund? Fund,
    decimal Efts,
    IReadOnlyList<FundingTestResult> Tests,
    Actor? SettledBy = null,
    string? Reasons = null
)
{
    /// <summary>The conditions that the funding adviser decided under; none where the rules decided.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}
