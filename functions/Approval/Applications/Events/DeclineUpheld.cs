namespace MicroCred.Approval;

/// <summary>A registrar reconsidered a decline, and it stands.</summary>
public sealed record DeclineUpheld(string Reasons) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => Reasons;
}
