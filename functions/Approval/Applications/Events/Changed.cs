namespace MicroCred.Approval;

/// <summary>The content was replaced.</summary>
public sealed record Changed : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => "The content was replaced.";
}
