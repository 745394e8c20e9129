using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>Whom the application waits for.</content>
public sealed partial record Application
{
    /// <summary>Who acts next, the action, and the deadline; null when nothing more will happen.</summary>
    [JsonIgnore]
    public WaitingFor? WaitingFor => Waiting(namesAssignee: true);

    /// <summary>
    /// The same as shown to the provider: NZQA or TEC, without the name of the person who has the task; and evaluation with its own due
    /// date also while its decision is reviewed.
    /// </summary>
    [JsonIgnore]
    public WaitingFor? WaitingForAsToldToProvider => Waiting(namesAssignee: false);

    /// <summary>The clock that runs; null while nobody is waited for by a certain time.</summary>
    [JsonIgnore]
    public Clock? Clock =>
        Stage switch
        {
            Stage.Correction when (ReturnedAt, LapsesAt) is ({ } returned, { } lapses) => new(WorkingDays.DayOf(returned), lapses),
            Stage.Evaluation or Stage.SecondReview or Stage.Resolution or Stage.Reconsideration => OpenEvaluation?.Clock,
            Stage.Information => InformationRequests[^1].Clock,
            Stage.Funding => OpenReferral?.Clock,
            _ => null,
        };

    private EvaluationTask? OpenReferral => Tasks.FirstOrDefault(task => task is { IsOpen: true, Kind: TaskKind.FundingReferral });

    private WaitingFor? Waiting(bool namesAssignee) =>
        Stage switch
        {
            Stage.Drafting => new(Provider.Name, "Submission", null),
            Stage.Validation => new(Actor.System.Name, "Automatic validation", null),
            Stage.Assignment => new("NZQA", "Assignment", null),
            Stage.Correction => new(Provider.Name, "Corrected application", LapsesAt),
            Stage.Evaluation or Stage.SecondReview or Stage.Resolution => Waiting(
                namesAssignee ? OpenEvaluation : Tasks.LastOrDefault(task => task.Kind == TaskKind.Evaluation),
                namesAssignee ? InWords(Stage) : InWords(Stage.Evaluation),
                "NZQA",
                namesAssignee
            ),
            Stage.Information => new(
                Provider.Name,
                $"Answer to information request {InformationRequests[^1].Number}",
                InformationRequests[^1].Due
            ),
            Stage.Funding => Waiting(OpenReferral, "Funding decision", "TEC", namesAssignee)
                ?? new(Actor.System.Name, "Funding assessment", null),
            Stage.Reconsideration => Waiting(OpenEvaluation, "Reconsideration", "NZQA", namesAssignee),
            Stage.Publication => new(Actor.System.Name, "Publication", null),
            _ => null,
        };

    private static WaitingFor? Waiting(EvaluationTask? open, string what, string organisation, bool namesAssignee) =>
        open is { } task ? new(namesAssignee && task.Assignee is { } assignee ? assignee : organisation, what, task.Due) : null;

    private static string InWords(Stage stage) =>
        stage switch
        {
            Stage.SecondReview => "Second review",
            Stage.Resolution => "Resolution",
            _ => "Evaluation",
        };
}
