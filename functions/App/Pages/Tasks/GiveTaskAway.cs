using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Tasks;

/// <summary>How a task comes to somebody else: its assignee has an interest, or gives it up, or a registrar assigns it.</summary>
[Feature(Features.Pages)]
internal sealed class GiveTaskAway(
    CallersTasks tasks,
    ReasonForms forms,
    FormCommands commands,
    EvaluatorStore evaluators,
    Worklists worklists,
    TaskMover mover
)
{
    [Function("DeclareConflictByForm"), Allow<DeclareConflict>]
    public async Task<IResult> DeclareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{id}/conflict")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (await tasks.TryFindAsync(id, cancellationToken) is not var (seen, task))
        {
            return await RepeatAsync<DeclareConflict>(request, id, cancellationToken);
        }

        var result = await RunAsync(
            request,
            seen,
            new ReasonModel(
                Form.Of(("reason", "")),
                "Declare an interest",
                task.Kind is TaskKind.Evaluation or TaskKind.SecondReview && tasks.IsOwn(task)
                    ? "You will not see this application, or any other of this provider, any more. Your tasks on them go to somebody else, "
                        + "with your findings."
                    : "You will not see this application any more. If the task is yours, somebody else gets it.",
                "reason",
                $"Reason: what is your interest in {seen.Application.Provider.Name}?",
                "Declare it",
                Links.Task(task.Id)
            ),
            "Write what your interest is.",
            (reason, _) => new DeclareConflict(task.Id, new(reason)),
            Links.Done(tasks.ListOf(task), "conflict"),
            client,
            cancellationToken
        );
        if (result is SeeOther)
        {
            await mover.MoveAsync(client, CancellationToken.None);
        }

        return result;
    }

    [Function("ReleaseByForm"), Allow<ReleaseTask>]
    public async Task<IResult> ReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{id}/release")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (await tasks.TryFindAsync(id, cancellationToken) is not var (seen, task) || !tasks.IsOwn(task))
        {
            return await RepeatAsync<ReleaseTask>(request, id, cancellationToken);
        }

        return await RunAsync(
            request,
            seen,
            new ReasonModel(
                Form.Of(("reason", "")),
                "Give this task up",
                "Somebody else gets it at once, with your findings and the same due date.",
                "reason",
                "Reason: why do you give it up?",
                "Give it up",
                Links.Task(task.Id)
            ),
            "Write why you give it up.",
            (reason, _) => new ReleaseTask(task.Id, new(reason)),
            Links.Done(tasks.ListOf(task), "released"),
            client,
            cancellationToken
        );
    }

    [Function("AssignByForm"), Allow<ReassignTask>]
    public async Task<IResult> AssignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "tasks/{id}/assign")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var (seen, task) = await tasks.FindAsync(id, cancellationToken);
        var people = await evaluators.RecentAsync(cancellationToken);
        var open = (await worklists.OpenTasksAsync(cancellationToken)).CountBy(line => line.Assignee).ToDictionary();
        return await RunAsync(
            request,
            seen,
            new ReasonModel(
                Form.Of(("assignee", ""), (ReasonModel.WhyField, "")),
                "Give this task to somebody",
                $"{tasks.NameOf(task.Assignee) ?? "Nobody"} has it now. Findings and due date stay. "
                    + "Those who may not have it aren’t listed, such as those with an interest in the provider.",
                "assignee",
                "Who gets it?",
                "Give it to them",
                Links.Task(task.Id)
            )
            {
                Why = task.Assignee is null ? ("Reason (optional)", null) : ("Reason: why does it move?", "Write why it moves."),
                Choices =
                [
                    .. people
                        .Doing(task.Kind)
                        .Where(person => person.Id != task.Assignee && people.MayHave(person.Id, seen.Application, task.Kind))
                        .Select(person => (person.Id, $"{person.Name}, open tasks: {open.GetValueOrDefault(person.Id, 0)}")),
                ],
            },
            "Choose who gets it.",
            (assignee, reason) => new ReassignTask(task.Id, new(assignee, reason)),
            Links.Done(Links.Task(task.Id), "assigned"),
            client,
            cancellationToken
        );
    }

    /// <summary>The form that gave the task away may be sent again by somebody who doesn't have it any more.</summary>
    private async Task<IResult> RepeatAsync<TCommand>(HttpRequest request, string id, CancellationToken cancellationToken)
        where TCommand : ITaskCommand =>
        TaskId.TryCreate(id, out var task)
            ? await commands.RepeatAsync<TCommand>(request, task.Application, cancellationToken)
            : throw new ProblemException(Problem.NotFound);

    private async Task<IResult> RunAsync<TCommand>(
        HttpRequest request,
        StoredApplication seen,
        ReasonModel page,
        string missing,
        Func<string, string?, TCommand> command,
        string next,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
        where TCommand : ITaskCommand =>
        await forms.RunAsync(
            request,
            page with
            {
                Form = page.Form with { Revision = seen.Application.Revision },
            },
            missing,
            command,
            _ => next,
            now =>
                [
                    ("Where the application is", Labels.Of(now.Stage)),
                    ("Who has the task", tasks.NameOf(now.Tasks.First(task => task.Id == command("", null).TaskId).Assignee) ?? "Nobody"),
                ],
            client,
            seen,
            cancellationToken
        );
}
