namespace MicroCred.Approval;

/// <summary>A registrar set the day by which a task is due.</summary>
public sealed record TaskExtended(TaskId Task, DateOnly Due, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Task {Task.Ordinal} is due by {InWords(Due)}: {Reason}";
}
