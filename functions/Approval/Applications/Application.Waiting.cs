using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>Whom it waits for.</content>
public sealed partial record Application
{
    /// <summary>Whose turn it is, for what, until when; null when nothing more will happen to it.</summary>
    [JsonIgnore]
    public WaitingFor? WaitingFor => Status switch
    {
        ApplicationStatus.Draft => new(Provider.Name, "Submission", null),
        ApplicationStatus.Submitted when ValidatedAt is null => new(Actor.System.Name, "Automatic validation", null),
        ApplicationStatus.Submitted => new("NZQA", "Assignment", null),
        ApplicationStatus.Returned => new(Provider.Name, "Corrected application", LapsesAt),
        ApplicationStatus.InReview => Waiting(TaskKind.Evaluation, "Evaluation", "NZQA"),
        ApplicationStatus.InformationRequested =>
            new(Provider.Name, $"Answer to information request {InformationRequests[^1].Number}", InformationRequests[^1].Due),
        ApplicationStatus.Approved => Waiting(TaskKind.FundingReferral, "Funding decision", "TEC")
            ?? new(Actor.System.Name, AsksForFunding && Funding is null ? "Funding assessment" : "Publication", null),
        _ => null,
    };

    private WaitingFor? Waiting(TaskKind kind, string what, string otherwise) =>
        Tasks.FirstOrDefault(task => task.IsOpen && task.Kind == kind) is { } task ? new(task.Assignee ?? otherwise, what, task.Due) : null;
}
