using System.ComponentModel.DataAnnotations;

namespace MicroCred.Approval;

/// <summary>TEC's cap on the fee for a credit, GST included, from a day until the next cap's.</summary>
public sealed record FeeCap
{
    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>In dollars a credit.</summary>
    [Range(0, 10_000)]
    public decimal PerCredit { get; init; }
}
