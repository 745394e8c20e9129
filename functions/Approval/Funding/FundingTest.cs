namespace MicroCred.Approval;

/// <summary>A funding test: its id, its sentence, and a function from a case to the result with its reason.</summary>
public sealed record FundingTest(string Id, string Sentence, Func<FundingCase, (FundingTestOutcome Result, string Reason)> Judge)
{
    /// <summary>Whether the facts that the test judges are there.</summary>
    public Func<FundingCase, bool> HasItsFacts { get; init; } = _ => true;

    /// <summary>Runs the test on a case.</summary>
    public FundingTestResult Run(FundingCase subject)
    {
        var (result, reason) = Judge(subject);
        return new(Id, result, reason);
    }
}
