using System.ComponentModel.DataAnnotations;

namespace MicroCred.Approval;

/// <summary>TEC's figures. Unpublished ones are guesses, or null until set.</summary>
public sealed record FundingSettings
{
    /// <summary>The fee cap in dollars per credit, GST included: 64 from 1 January 2025, 60 from 2021.</summary>
    [Range(0, 10_000)]
    public decimal FeeCapPerCredit { get; init; } = 64m;

    /// <summary>Working days for a funding adviser's decision; no figure is published.</summary>
    [Range(1, 250)]
    public int ReferralWorkingDays { get; init; } = 20;

    /// <summary>The fewest credits that are funded; null for no limit, since none is published.</summary>
    [Range(1, 40)]
    public int? MinimumCredits { get; init; }
}
