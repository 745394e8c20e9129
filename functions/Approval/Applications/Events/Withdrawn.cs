namespace MicroCred.Approval;

/// <summary>Its provider withdrew it.</summary>
public sealed record Withdrawn(string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => Reason;
}
