namespace MicroCred.Approval;

/// <summary>One funding test's id, what it came to, and why in a plain sentence.</summary>
public sealed record FundingTestResult(string Test, FundingTestOutcome Result, string Reason);
