namespace MicroCred.Approval;

/// <summary>The funding assessment, as far as rules can make it.</summary>
public static class FundingRules
{
    /// <summary>
    /// Runs every test. One that fails makes it ineligible; else one that is referred refers it; else it is eligible. Without a decision
    /// it says how things stand, so that a provider can look before submitting.
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
