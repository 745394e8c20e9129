namespace MicroCred.Approval;

/// <summary>A funding adviser decided funding.</summary>
public sealed record FundingDecided(FundingOutcome Outcome, string Reasons) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Outcome}: {Reasons}";
}
