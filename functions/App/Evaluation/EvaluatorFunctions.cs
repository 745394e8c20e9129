using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>Who evaluates: what they are fit and free for, and whom they are kept from.</summary>
[Feature(Features.Evaluation)]
internal sealed class EvaluatorFunctions(EvaluatorProfiles profiles, CurrentUser user)
{
    [Function("ListEvaluators"), Allow(Role.Evaluator, Role.Registrar)]
    [Paged]
    [Gives(StatusCodes.Status200OK, typeof(ListPage<EvaluatorView>))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/evaluators")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (limit, after) = (request.Limit(), request.After());
        var rest = (await profiles.ListAsync(user.Caller, cancellationToken))
            .SkipWhile(view => after is not null && string.CompareOrdinal(view.Id, after) <= 0)
            .ToList();
        var page = rest.Take(limit).ToList();
        return Results.Ok(new ListPage<EvaluatorView>(page, rest.Count > limit ? page[^1].Id : null));
    }

    [Function("ChangeEvaluator"), Allow(Role.Evaluator, Role.Registrar)]
    [Takes(typeof(EvaluatorChanges))]
    [HeedsIfMatch]
    [Gives(StatusCodes.Status200OK, typeof(EvaluatorView))]
    [Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)]
    public async Task<IResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/evaluators/{evaluator}")] HttpRequest request,
        string evaluator,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var caller = user.Caller;
        var view = await profiles.FindAsync(evaluator, caller, cancellationToken);
        var isExpected = request.ExpectedTag();
        var changes = await request.ReadBodyAsync<EvaluatorChanges>(isExpected?.Invoke(view.Tag()) == false, cancellationToken);
        return (await profiles.ChangeAsync(view.Id, changes, caller, isExpected, client, cancellationToken)).Match(
            changed => new Answer(StatusCodes.Status200OK, changed, ETag: changed.Tag()).ToResult(),
            refusal => (refusal.Kind == RefusalKind.WrongState ? Problem.Moved : Problem.Of(refusal)).ToResult()
        );
    }
}
