namespace MicroCred.Approval;

/// <summary>The registrar decided on a report: the entry goes on, or expires.</summary>
public sealed record ReviewDecided(TaskOutcome Outcome, string Reasons) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Outcome}: {Reasons}";
}
