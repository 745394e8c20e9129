namespace MicroCred.Approval;

/// <summary>The part of an application's audit events that is shown to its provider.</summary>
public static class AuditDisclosure
{
    /// <summary>What a second reviewer is told instead of what <see cref="IsKeptFromReviewer"/>.</summary>
    public const string ForReviewer = "Shown once you have found on every criterion yourself.";

    /// <summary>
    /// Whether the provider is shown that an event happened. That a decision is reviewed by a second person may tell which it was, and so
    /// may the hours of reminders, which follow the review's clock; notes, and who follows up conditions, are NZQA's own.
    /// </summary>
    /// <param name="name">The event's name.</param>
    public static bool IsShownToProvider(string name) =>
        name
            is not (
                nameof(DecisionRecorded)
                or nameof(ReviewFindingRecorded)
                or nameof(ReviewMoved)
                or nameof(ReviewExtended)
                or nameof(NoteWritten)
                or nameof(FollowUpAssigned)
                or nameof(Reminded)
            );

    /// <summary>
    /// Who did it, as shown to the provider. A question is NZQA's: that another evaluator than before asks may tell that a decision is
    /// reviewed.
    /// </summary>
    public static string ActorForProvider(AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Event == nameof(InformationRequested) ? "NZQA" : happened.Actor.Name;
    }

    /// <summary>
    /// Whether an event holds what a second reviewer is to find without knowing of it: the first evaluator's findings and decision.
    /// </summary>
    public static bool IsKeptFromReviewer(AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Event is nameof(FindingRecorded) or nameof(DecisionRecorded);
    }

    /// <summary>
    /// An event's detail as shown to the provider. Judgements before the decision and reasons for handing over a task are for NZQA and TEC
    /// alone; of assignees only the role is shown, since the detail has the person's id. Events that aren't listed here are withheld.
    /// </summary>
    public static string DetailForProvider(AuditEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Event switch
        {
            nameof(Assigned) => "It is with NZQA for evaluation.",
            nameof(Reassigned) => "Somebody else has the task now.",
            nameof(FundingReferred) => "A funding adviser of TEC is to decide.",
            nameof(ReconsiderationRequested) => "You asked to have the decision reconsidered.",
            nameof(TaskExtended) => "It has another due date.",
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
            or nameof(InformationRequestExtended)
            or nameof(InformationRequestLapsed)
            or nameof(Approved)
            or nameof(Declined)
            or nameof(DeclineUpheld)
            or nameof(ConditionDecided)
            or nameof(ConditionExtended)
            or nameof(ReviewReported)
            or nameof(ReviewDecided)
            or nameof(FundingAssessed)
            or nameof(FundingDecided)
            or nameof(Published)
            or nameof(EntryStatusChanged)
            or nameof(Withdrawn) => happened.Detail,
            _ => "For NZQA and TEC only.",
        };
    }
}
