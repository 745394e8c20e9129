namespace MicroCred.Approval;

/// <summary>The application was declined.</summary>
public sealed record Declined(Decision Decision) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Decision.Outcome}: {Decision.Reasons}";
}
