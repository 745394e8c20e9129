namespace MicroCred.Approval;

/// <summary>What a provider is told of its application's audit events.</summary>
public static class AuditDisclosure
{
    /// <summary>
    /// An event's detail as its provider is told it. Judgements before the decision, and why people stepped back, are for NZQA and TEC
    /// alone; of who has a task the provider is told the role, since the detail has the person's id. An event that nothing is said of
    /// here is withheld.
    /// </summary>
    public static string DetailForProvider(AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Event switch
        {
            nameof(Assigned) => "It is with NZQA for evaluation.",
            nameof(Reassigned) => "Somebody else has the task now.",
            nameof(FundingReferred) => "A funding adviser of TEC is to decide.",
            nameof(Reminded) => "Somebody was reminded of what is due.",
            nameof(Drafted)
            or nameof(Changed)
            or nameof(DocumentAdded)
            or nameof(DocumentRemoved)
            or nameof(DocumentRejected)
            or nameof(Submitted)
            or nameof(Validated)
            or nameof(Returned)
            or nameof(Lapsed)
            or nameof(InformationRequested)
            or nameof(InformationGiven)
            or nameof(InformationRequestLapsed)
            or nameof(Approved)
            or nameof(Declined)
            or nameof(FundingAssessed)
            or nameof(FundingDecided)
            or nameof(Published)
            or nameof(EntryStatusChanged)
            or nameof(Withdrawn) => happened.Detail,
            _ => "For NZQA and TEC only.",
        };
    }
}
