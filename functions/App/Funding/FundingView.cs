using MicroCred.App.Http;
using MicroCred.Approval;

namespace MicroCred.App.Funding;

/// <summary>TEC's assessment as HTTP clients read it.</summary>
/// <param name="Binding">Whether it counts; not before the application is approved.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Fund">The fund; null where the level doesn't say.</param>
/// <param name="Efts">Equivalent full-time students, to four decimals.</param>
/// <param name="Tests">Each test's result; before it is binding, without those whose facts aren't there yet.</param>
/// <param name="SettledBy">Who decided a referral.</param>
/// <param name="Reasons">Why they decided so.</param>
/// <param name="Conditions">Under which conditions they did.</param>
internal sealed record FundingView(
    bool Binding,
    FundingOutcome Outcome,
    Fund? Fund,
    decimal Efts,
    IReadOnlyList<FundingTestResult> Tests,
    PersonView? SettledBy,
    string? Reasons,
    IReadOnlyList<Condition> Conditions
)
{
    /// <param name="funding">The assessment.</param>
    /// <param name="binding">Whether it counts.</param>
    /// <param name="withIds">Whether the reader may see people's object ids, which no provider may.</param>
    public static FundingView Of(FundingAssessment funding, bool binding, bool withIds = false) =>
        new(
            binding,
            funding.Outcome,
            funding.Fund,
            funding.Efts,
            funding.Tests,
            funding.SettledBy is { } adviser ? PersonView.Of(adviser, withIds) : null,
            funding.Reasons,
            funding.Conditions
        );
}
