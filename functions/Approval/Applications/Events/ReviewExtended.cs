namespace MicroCred.Approval;

/// <summary>A registrar set the day by which a second review or a resolution is due.</summary>
public sealed record ReviewExtended(TaskId Task, DateOnly Due, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Task {Task.Ordinal} is due by {InWords(Due)}: {Reason}";
}
