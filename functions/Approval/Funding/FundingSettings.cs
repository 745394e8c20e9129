using System.ComponentModel.DataAnnotations;

namespace MicroCred.Approval;

/// <summary>TEC's figures. Unpublished ones are guesses, or null until set.</summary>
public sealed record FundingSettings
{
    /// <summary>The published fee caps. [TEC, 2021 to 2026]</summary>
    private static readonly IReadOnlyList<FeeCap> Published =
    [
        new() { From = new(2021, 1, 1), PerCredit = 60m },
        new() { From = new(2025, 1, 1), PerCredit = 64m },
    ];

    /// <summary>The fee caps, each from its day until the next one's; null for the published ones: 60 from 2021, 64 from 2025.</summary>
    public IReadOnlyList<FeeCap>? FeeCaps { get; init; }

    /// <summary>Working days for a funding adviser's decision; no figure is published.</summary>
    [Range(1, 250)]
    public int ReferralWorkingDays { get; init; } = 20;

    /// <summary>The fewest credits that are funded; null for no limit, since none is published.</summary>
    [Range(1, 40)]
    public int? MinimumCredits { get; init; }

    /// <summary>The cap on a day, in dollars a credit; null where there was none yet.</summary>
    public decimal? FeeCapOn(DateOnly day) => (FeeCaps ?? Published).Where(cap => cap.From <= day).MaxBy(cap => cap.From)?.PerCredit;
}
