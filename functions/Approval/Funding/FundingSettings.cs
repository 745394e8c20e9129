namespace MicroCred.Approval;

/// <summary>TEC's figures. Those that it doesn't publish are guesses, or absent until set.</summary>
/// <param name="FeeCapPerCredit">Dollars a credit, GST included: 64 from 1 January 2025, 60 from 2021.</param>
/// <param name="ReferralWorkingDays">For a funding adviser's decision; not published.</param>
/// <param name="MinimumCredits">The smallest micro-credential that is funded, where there is such a limit; none is published.</param>
public sealed record FundingSettings(decimal FeeCapPerCredit = 64m, int ReferralWorkingDays = 20, int? MinimumCredits = null);
