using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>Whom it waits for.</content>
public sealed partial record Application
{
    /// <summary>Whose turn it is, for what, until when; null when nothing more will happen to it.</summary>
    [JsonIgnore]
    public WaitingFor? WaitingFor => Waiting(namesAssignee: true);

    /// <summary>The same as its provider is told it: NZQA or TEC, and not who of theirs has the task.</summary>
    [JsonIgnore]
    public WaitingFor? WaitingForAsToldToProvider => Waiting(namesAssignee: false);

    private WaitingFor? Waiting(bool namesAssignee) => Status switch
    {
        ApplicationStatus.Draft => new(Provider.Name, "Submission", null),
        ApplicationStatus.Submitted when ValidatedAt is null => new(Actor.System.Name, "Automatic validation", null),
        ApplicationStatus.Submitted => new("NZQA", "Assignment", null),
        ApplicationStatus.Returned => new(Provider.Name, "Corrected application", LapsesAt),
        ApplicationStatus.InReview => Waiting(TaskKind.Evaluation, "Evaluation", "NZQA", namesAssignee),
        ApplicationStatus.InformationRequested =>
            new(Provider.Name, $"Answer to information request {InformationRequests[^1].Number}", InformationRequests[^1].Due),
        ApplicationStatus.Approved => Waiting(TaskKind.FundingReferral, "Funding decision", "TEC", namesAssignee)
            ?? new(Actor.System.Name, AsksForFunding && Funding is null ? "Funding assessment" : "Publication", null),
        _ => null,
    };

    private WaitingFor? Waiting(TaskKind kind, string what, string organisation, bool namesAssignee) =>
        Tasks.FirstOrDefault(task => task.IsOpen && task.Kind == kind) is { } task
            ? new(namesAssignee && task.Assignee is { } assignee ? assignee : organisation, what, task.Due)
            : null;
}
