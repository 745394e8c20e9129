using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Pages.Tasks;

/// <summary>Finds tasks for the person who makes the request.</summary>
internal sealed class CallersTasks(CallersApplications applications, SectorDirectory directory, CurrentUser user, TimeProvider time)
{
    /// <summary>A task with its application, for somebody who may act on it: its assignee, or a registrar.</summary>
    /// <exception cref="ProblemException">404 where there is none, or it isn't theirs to act on.</exception>
    public async Task<(StoredApplication Seen, EvaluationTask Task)> FindAsync(string id, CancellationToken cancellationToken) =>
        await TryFindAsync(id, cancellationToken) ?? throw new ProblemException(Problem.NotFound);

    /// <summary>The same; null where there is none, or it isn't theirs to act on.</summary>
    public async Task<(StoredApplication Seen, EvaluationTask Task)?> TryFindAsync(string id, CancellationToken cancellationToken)
    {
        if (
            TaskId.TryCreate(id, out var task)
            && await applications.TryFindStoredAsync(task.Application, cancellationToken) is { } seen
            && user.Caller.MayActOn(seen.Application, task)
        )
        {
            return (seen, seen.Application.Tasks.First(known => known.Id == task));
        }

        return null;
    }

    /// <summary>The same, of a task that the person has.</summary>
    /// <exception cref="ProblemException">404 where there is none, or somebody else has it.</exception>
    public async Task<(StoredApplication Seen, EvaluationTask Task)> FindOwnAsync(string id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, cancellationToken);
        return IsOwn(found.Task) ? found : throw new ProblemException(Problem.NotFound);
    }

    public bool IsOwn(EvaluationTask task) => task.Assignee == user.Caller.Actor.Id;

    /// <summary>Where the person's list with such tasks is.</summary>
    public string ListOf(EvaluationTask task) =>
        task.Kind == TaskKind.FundingReferral && user.Caller.Is(Role.FundingAdviser) ? Links.Referrals : Links.Tasks;

    /// <summary>A person's name, their id where the directory doesn't have them; null for nobody.</summary>
    public string? NameOf(string? assignee) => assignee is null ? null : directory.Address(assignee)?.Name ?? assignee;

    /// <summary>Whether an open task is late: while its provider has to answer, its time stands still.</summary>
    public bool IsOverdue(bool isOpen, DateTimeOffset due, bool standsStill) => isOpen && !standsStill && due < time.GetUtcNow();

    /// <summary>A task's line on a list.</summary>
    /// <param name="task">The task.</param>
    /// <param name="part">Which part of the list it is in.</param>
    /// <param name="standsStill">Whether its provider has to answer a question first.</param>
    /// <param name="leadsToApplication">Whether its title leads to the application, not to the task.</param>
    public TaskLine LineOf(TaskSummary task, TaskPart part, bool standsStill, bool leadsToApplication) =>
        new(
            task.Id,
            part,
            task.Kind,
            task.Title,
            task.Due,
            task.Urgent,
            IsOverdue(task.Status == TaskStatus.Open, task.Due, standsStill),
            NameOf(task.Assignee),
            leadsToApplication ? Links.Application(task.Id.Application) : Links.Task(task.Id)
        );
}
