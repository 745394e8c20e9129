namespace MicroCred.Approval;

/// <summary>The registrar gave more time for a condition of the approval.</summary>
/// <param name="Task">The condition's follow-up.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Due">The new last day, in Auckland.</param>
/// <param name="Reasons">Why.</param>
public sealed record ConditionExtended(TaskId Task, string Condition, DateOnly Due, string Reasons) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Until {InWords(Due)}: {Condition} {Reasons}";
}
