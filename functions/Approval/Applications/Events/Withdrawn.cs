namespace MicroCred.Approval;

/// <summary>The provider withdrew the application.</summary>
public sealed record Withdrawn(string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => Reason;
}
