namespace MicroCred.Approval;

/// <summary>It was approved, with conditions or without.</summary>
public sealed record Approved(Decision Decision) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => Decision.ByUniversity ? Decision.Reasons : $"{Decision.Outcome}: {Decision.Reasons}";
}
