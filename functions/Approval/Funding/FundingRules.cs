namespace MicroCred.Approval;

/// <summary>The part of the funding assessment that rules can decide.</summary>
public static class FundingRules
{
    private static readonly string[] Asked = ["/microCredential", "/need", "/funding"];

    /// <summary>
    /// Runs every test. Any failure makes the micro-credential ineligible; otherwise any referral refers it; otherwise it is eligible.
    /// </summary>
    public static FundingAssessment Assess(FundingCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        IReadOnlyList<FundingTestResult> results = [.. FundingTests.All.Select(test => test.Run(subject))];
        var outcome =
            results.Any(result => result.Result == FundingTestOutcome.Failed) ? FundingOutcome.Ineligible
            : results.Any(result => result.Result == FundingTestOutcome.Referred) ? FundingOutcome.Referred
            : FundingOutcome.Eligible;
        return new(outcome, subject.LevelsFund, Efts.Of(subject.MicroCredential.Credits ?? 0), results);
    }

    /// <summary>
    /// The assessment of an entry's present version, where a change of it leaves all that the tests ask alone; null where they are to be run
    /// again: level, credits, content, need or what is asked of TEC is another.
    /// </summary>
    /// <param name="present">The application of the present version.</param>
    /// <param name="change">The change.</param>
    public static FundingAssessment? Standing(Application present, Application change)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(change);
        return
            present.Funding is { Outcome: not FundingOutcome.Referred } settled
            && ContentFields
                .Between(present.Content, change.Content)
                .All(field => !Asked.Any(asked => JsonPointer.Holds(asked, field.Path)))
            ? settled
            : null;
    }

    /// <summary>
    /// How the tests stand before there is a decision, so that a provider can see it before submitting: without the results of tests whose
    /// facts aren't there yet, which refer it nevertheless.
    /// </summary>
    public static FundingAssessment Check(FundingCase subject)
    {
        var assessed = Assess(subject);
        return assessed with
        {
            Tests = [.. FundingTests.All.Zip(assessed.Tests).Where(test => test.First.HasItsFacts(subject)).Select(test => test.Second)],
        };
    }
}
