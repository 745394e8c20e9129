using Azure.Storage.Queues;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Whether the app can work. Anybody is told that it is up or down; somebody with the role Operator also which service of the storage account answers,
/// how much waits in the queue, and since when the oldest broken-off act waits.
/// </summary>
[Feature(Features.Operation)]
internal sealed class GetHealth(
    HealthChecks checks, PrincipalTrust trust, CurrentUser user, QueueServiceClient queues, BrokenOffCommands brokenOff)
{
    [Function(nameof(GetHealth)), Public]
    [Gives(StatusCodes.Status200OK, typeof(Health))]
    [Gives(StatusCodes.Status503ServiceUnavailable, typeof(Health))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancel)
    {
        Health health = user.IsKnown && user.Caller.Is(Role.Operator)
            ? await WithDetails(await checks.Now(), cancel)
            : Health.Of(await checks.Recent(cancel), trust.Doubt);
        return Results.Json(health, statusCode: health.Status == "Healthy" ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<Health> WithDetails(StorageHealth storage, CancellationToken cancel)
    {
        QueueDepth? depth = storage.Queues == StorageHealth.Up ? await QueueDepth.Of(queues, Names.NotificationsQueue, cancel) : null;
        OutboxEntry? oldest = storage.Tables == StorageHealth.Up ? await brokenOff.Oldest(cancel) : null;
        return Health.Of(storage, trust.Doubt) with
        {
            Services = storage,
            Notifications = depth is null ? null : new QueueHealth(depth.Waiting, depth.SetAside),
            OldestBrokenOffAct = oldest?.At,
        };
    }
}
