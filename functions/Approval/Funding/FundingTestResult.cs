namespace MicroCred.Approval;

/// <summary>The result of one funding test: the test's id, the outcome, and the reason in a plain sentence.</summary>
public sealed record FundingTestResult(string Test, FundingTestOutcome Result, string Reason);
