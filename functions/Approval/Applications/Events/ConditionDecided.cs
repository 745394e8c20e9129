namespace MicroCred.Approval;

/// <summary>The registrar decided whether a condition of the approval is met.</summary>
public sealed record ConditionDecided(TaskId Task, string Condition, TaskOutcome Outcome, string Reasons) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Outcome}: {Condition} {Reasons}";
}
