using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>What all acts on a task have in common: the task is found by its id, must be the caller's, and is what the answer shows.</summary>
internal sealed class TaskActs(Acts acts, Orchestrations orchestrations, CurrentUser user)
{
    /// <summary>The task's application and id, where it is this caller's: asked before the body is read, so that nobody learns of others' tasks.</summary>
    /// <exception cref="ProblemException">404 where there is no such task, or it isn't the caller's.</exception>
    public async Task<(Case Seen, TaskId Task)> Demand(string task, CancellationToken cancel)
    {
        if (!TaskId.TryCreate(task, out TaskId id))
        {
            throw new ProblemException(Problem.NotFound);
        }

        Case seen = await acts.Find(id.Application, cancel);
        EvaluationTask? found = seen.Application.Tasks.FirstOrDefault(known => known.Id == id);
        return found is not null && (user.Is(Role.Registrar) || found.Assignee == user.Actor.Id) ? (seen, id) : throw new ProblemException(Problem.NotFound);
    }

    /// <summary>Acts on the task and answers with it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="seen">Its application, as <see cref="Demand"/> found it.</param>
    /// <param name="task">The task's id.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="act">The act.</param>
    /// <param name="client">The orchestrations, where one is to be told; null where nothing waits for this act.</param>
    /// <param name="cancel">Cancels what isn't written yet.</param>
    public Task<IResult> Perform(
        HttpRequest request, Case seen, TaskId task, object body, Func<Application, DateTimeOffset, Taken> act, DurableTaskClient? client, CancellationToken cancel) =>
        acts.Perform(
            request,
            seen,
            body,
            act,
            application => new Answer(StatusCodes.Status200OK, View(application, task), ETag: application.Tag()),
            client is null ? null : application => orchestrations.StartOrTell(client, application),
            cancel);

    private static TaskSummary View(Application application, TaskId task) => TaskSummary.Of(application, application.Tasks.First(found => found.Id == task));
}
