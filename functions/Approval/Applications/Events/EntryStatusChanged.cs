namespace MicroCred.Approval;

/// <summary>The registrar changed the status of its entry on the register.</summary>
public sealed record EntryStatusChanged(int Number, RegisterStatus Status, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Number {Number} is {Status}: {Reason}";
}
