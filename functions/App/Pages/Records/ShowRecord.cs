using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Records;

/// <summary>The audit trail of an application, checked as it is shown.</summary>
[Feature(Features.Pages)]
internal sealed class ShowRecord(
    CallersApplications applications,
    ApplicationStore store,
    CallersPages pages,
    CurrentUser user,
    ReadLog log
)
{
    [Function(nameof(ShowRecord)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id:guid}/record")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        log.Record(application.Id);
        var whole = await store.FindWholeAsync(application.Id, cancellationToken) ?? throw new ProblemException(Problem.NotFound);
        var chain = ChainVerdict.Of(whole);
        var isOwn = user.Caller.Provider is not null;
        return await pages.ShowAsync(
            request,
            new RecordModel(
                whole.Application,
                [
                    .. whole
                        .Events.Select(kept => kept.Event)
                        .ShownTo(whole.Application, user.Caller)
                        .Select((happened, index) => isOwn ? happened with { Number = index + 1 } : happened)
                        .Select(happened => (happened.Number, happened.At, happened.Actor.Name, happened.Event, happened.Detail)),
                ],
                chain.Whole,
                isOwn || chain.Whole ? null : $"It breaks at number {chain.BrokenAt}: {chain.Fault}"
            )
        );
    }
}
