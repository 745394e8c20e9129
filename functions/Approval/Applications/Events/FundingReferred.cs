namespace MicroCred.Approval;

/// <summary>The funding rules referred funding to an adviser.</summary>
public sealed record FundingReferred(TaskId Task, string? Adviser) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Task {Task.Ordinal} for {Adviser ?? "a funding adviser"}.";
}
