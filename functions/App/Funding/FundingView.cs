using MicroCred.App.Http;
using MicroCred.Approval;

namespace MicroCred.App.Funding;

/// <summary>TEC's assessment as HTTP clients read it.</summary>
internal sealed record FundingView(
    FundingOutcome Outcome,
    Fund? Fund,
    decimal Efts,
    IReadOnlyList<FundingTestResult> Tests,
    PersonView? SettledBy,
    string? Reasons
)
{
    /// <param name="funding">The assessment.</param>
    /// <param name="withIds">Whether the reader may see people's object ids, which no provider may.</param>
    public static FundingView Of(FundingAssessment funding, bool withIds = false) =>
        new(
            funding.Outcome,
            funding.Fund,
            funding.Efts,
            funding.Tests,
            funding.SettledBy is { } adviser ? PersonView.Of(adviser, withIds) : null,
            funding.Reasons
        );
}
