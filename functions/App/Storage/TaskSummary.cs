using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>A task's line in a list, and the task as HTTP clients read it.</summary>
/// <param name="Id">The task's id, which begins with the application's.</param>
/// <param name="Kind">What the assignee has to do.</param>
/// <param name="ApplicationId">The application it is about.</param>
/// <param name="Assignee">The id of the person who is to do it; null while the registrar has to find one.</param>
/// <param name="Status">Open or done.</param>
/// <param name="Due">When it is due, in UTC.</param>
/// <param name="Urgent">Whether the application is urgent.</param>
/// <param name="Title">The micro-credential's title.</param>
/// <param name="Findings">What the assignee found so far, by criterion.</param>
internal sealed record TaskSummary(
    TaskId Id,
    TaskKind Kind,
    ApplicationId ApplicationId,
    string? Assignee,
    TaskStatus Status,
    DateTimeOffset Due,
    bool Urgent,
    string? Title,
    IReadOnlyList<CriterionFinding> Findings
)
{
    public static TaskSummary Of(Application application, EvaluationTask task) =>
        new(
            task.Id,
            task.Kind,
            application.Id,
            task.Assignee,
            task.Status,
            task.Due,
            task.Urgent,
            application.Content.MicroCredential?.Title,
            task.Findings
        );
}
