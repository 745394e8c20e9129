namespace MicroCred.Approval;

/// <summary>One funding test: what it asks in a sentence, and how it judges a case, with the reason.</summary>
public sealed record FundingTest(string Id, string Sentence, Func<FundingCase, (FundingTestOutcome Result, string Reason)> Judge)
{
    /// <summary>Its result for a case.</summary>
    public FundingTestResult Run(FundingCase subject)
    {
        var (result, reason) = Judge(subject);
        return new(Id, result, reason);
    }
}
