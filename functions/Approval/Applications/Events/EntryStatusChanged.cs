namespace MicroCred.Approval;

/// <summary>The registrar changed the status of the application's register entry.</summary>
public sealed record EntryStatusChanged(int Number, RegisterStatus Status, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Number {Number} is {Status}: {Reason}";
}
