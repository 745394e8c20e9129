using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Validation;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee asks the provider something. Until it's answered the evaluation's clock stands still.</summary>
internal sealed class RequestInformation(TaskActs tasks, Acts acts, Orchestrations orchestrations, CurrentUser user, Rules rules)
{
    [Function(nameof(RequestInformation)), Allow(Role.Evaluator, Role.Registrar)]
    [Takes(typeof(Question))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status201Created, typeof(InformationRequest))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/information-requests")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        (Case seen, TaskId task) = await tasks.Demand(id, cancel);
        Question question = await request.ReadBody<Question>(cancel);
        return await acts.Perform(
            request,
            seen,
            question,
            (application, now) => Ask(application, task, question, now),
            application => new Answer(
                StatusCodes.Status201Created,
                application.InformationRequests[^1],
                $"/api/applications/{application.Id}",
                application.Tag()),
            application => orchestrations.StartOrTell(client, application),
            cancel);
    }

    private Taken Ask(Application application, TaskId task, Question asked, DateTimeOffset now)
    {
        Change change = application.RequestInformation(task, asked.Text, asked.Criteria ?? [], rules.Evaluation, user.Actor, now).Asked();
        return new Taken(change, Notice.Of(
            change.Application,
            NoticeKind.InformationRequested,
            application.Provider.Number.ToString(),
            ("question", asked.Text),
            ("due", change.Application.InformationRequests[^1].Due.AsDay())));
    }

    /// <summary>What the evaluator needs to know, and for which criteria.</summary>
    internal sealed record Question([property: System.Text.Json.Serialization.JsonPropertyName("question")] string Text, IReadOnlyList<int>? Criteria = null);
}
