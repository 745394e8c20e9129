namespace MicroCred.Approval;

/// <summary>The conditions of an approval were given to a registrar to follow up; where nobody is eligible, to nobody.</summary>
/// <param name="Conditions">How many conditions.</param>
/// <param name="Assignee">The registrar's id; null for nobody.</param>
public sealed record FollowUpAssigned(int Conditions, string? Assignee) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Conditions} to follow up, {Whose(Assignee)}.";
}
