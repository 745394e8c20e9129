using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>A task's line in a list, and the task as HTTP clients read it.</summary>
/// <param name="Id">The task's id, which begins with the application's.</param>
/// <param name="Kind">What the assignee has to do.</param>
/// <param name="ApplicationId">The application it is about; null where it is about an imported entry, which has none.</param>
/// <param name="Assignee">The id of the person who is to do it; null while the registrar has to find one.</param>
/// <param name="Status">Open or done.</param>
/// <param name="Due">When it is due, in UTC.</param>
/// <param name="Urgent">Whether the application is urgent.</param>
/// <param name="Title">The micro-credential's title.</param>
/// <param name="Findings">What its assignees found so far, by criterion.</param>
/// <param name="Decision">What its assignee decided; null until then.</param>
/// <param name="Condition">The condition to follow up; null for another kind of task.</param>
/// <param name="RegisterNumber">
/// The number of the entry that the condition is on, or that is reviewed; null before publication, and for another kind.
/// </param>
internal sealed record TaskSummary(
    TaskId Id,
    TaskKind Kind,
    ApplicationId? ApplicationId,
    string? Assignee,
    TaskStatus Status,
    DateTimeOffset Due,
    bool Urgent,
    string? Title,
    IReadOnlyList<CriterionFinding> Findings,
    DecidedTask? Decision = null,
    string? Condition = null,
    int? RegisterNumber = null
)
{
    public static TaskSummary Of(Application application, EvaluationTask task) =>
        new(
            task.Id,
            task.Kind,
            application.Imported is null ? application.Id : null,
            task.Assignee,
            task.Status,
            task.Due,
            task.Urgent,
            application.Content.MicroCredential?.Title,
            task.Findings,
            task.Decision is { } decision ? DecidedTask.Of(decision) : null,
            task.Condition,
            task.Kind is TaskKind.ConditionFollowUp or TaskKind.EntryReview ? application.Registration?.Number : null
        );

    /// <summary>The line without what was found and decided.</summary>
    public TaskSummary InShort() => this with { Findings = [], Decision = null };
}

/// <summary>What the assignee of a task decided.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Conditions">The conditions of an approval.</param>
/// <param name="By">The id of the person who decided.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record DecidedTask(TaskOutcome Outcome, string Reasons, IReadOnlyList<Condition> Conditions, string By, DateTimeOffset At)
{
    public static DecidedTask Of(TaskDecision decision) =>
        new(decision.Outcome, decision.Reasons, decision.Conditions, decision.By.Id, decision.At);
}
