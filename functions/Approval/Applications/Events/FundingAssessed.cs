namespace MicroCred.Approval;

/// <summary>The funding rules decided funding.</summary>
public sealed record FundingAssessed(FundingOutcome Outcome) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Outcome}.";
}
