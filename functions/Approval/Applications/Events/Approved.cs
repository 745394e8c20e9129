namespace MicroCred.Approval;

/// <summary>The application was approved, with or without conditions.</summary>
public sealed record Approved(Decision Decision) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => Decision.ByUniversity ? Decision.Reasons : $"{Decision.Outcome}: {Decision.Reasons}";
}
