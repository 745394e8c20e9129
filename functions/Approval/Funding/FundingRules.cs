namespace MicroCred.Approval;

/// <summary>The part of the funding assessment that rules can decide.</summary>
public static class FundingRules
{
    /// <summary>
    /// Runs every test. Any failure makes the micro-credential ineligible; otherwise any referral refers it; otherwise it is eligible.
    /// Without a decision the result is provisional, so that a provider can check before submitting.
    /// </summary>
    public static FundingAssessment Assess(Application application, Decision? decision, FundingSettings settings)
    {
        var subject = new FundingCase(application, decision, settings);
        IReadOnlyList<FundingTestResult> results = [.. FundingTests.All.Select(test => test.Run(subject))];
        var outcome =
            results.Any(result => result.Result == FundingTestOutcome.Failed) ? FundingOutcome.Ineligible
            : results.Any(result => result.Result == FundingTestOutcome.Referred) ? FundingOutcome.Referred
            : FundingOutcome.Eligible;
        return new(outcome, subject.LevelsFund, Efts.Of(subject.MicroCredential.Credits ?? 0), results);
    }
}
