namespace MicroCred.Approval;

/// <summary>An entry's funding status with TEC.</summary>
public sealed record RegisterFunding(FundingOutcome Outcome, Fund? Fund, decimal Efts);
