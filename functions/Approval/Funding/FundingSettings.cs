using System.ComponentModel.DataAnnotations;

namespace MicroCred.Approval;

/// <summary>TEC's figures. Those that it doesn't publish are guesses, or absent until set.</summary>
public sealed record FundingSettings
{
    /// <summary>Dollars a credit, GST included: 64 from 1 January 2025, 60 from 2021.</summary>
    [Range(0, 10_000)]
    public decimal FeeCapPerCredit { get; init; } = 64m;

    /// <summary>Working days for a funding adviser's decision; not published.</summary>
    [Range(1, 250)]
    public int ReferralWorkingDays { get; init; } = 20;

    /// <summary>The smallest micro-credential that is funded, where there is such a limit; none is published.</summary>
    [Range(1, 40)]
    public int? MinimumCredits { get; init; }
}
