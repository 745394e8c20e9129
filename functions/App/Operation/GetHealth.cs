using Azure.Storage.Queues;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Whether the app can work. Everybody learns whether it is up; the role Operator also learns which services of the storage account answer,
/// how many messages are queued, and since when the oldest interrupted command waits.
/// </summary>
[Feature(Features.Operation)]
internal sealed class GetHealth(
    HealthChecks checks,
    PrincipalTrust trust,
    CurrentUser user,
    QueueServiceClient queues,
    BrokenOffCommands brokenOff
)
{
    [Function(nameof(GetHealth)), Public]
    [Gives(StatusCodes.Status200OK, typeof(Health))]
    [Gives(StatusCodes.Status503ServiceUnavailable, typeof(Health))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var health =
            user.IsKnown && user.Caller.Is(Role.Operator)
                ? await WithDetailsAsync(await checks.NowAsync(), cancellationToken)
                : Health.Of(await checks.RecentAsync(cancellationToken), trust.Doubt);
        return Results.Json(health, statusCode: health.StatusCode);
    }

    private async Task<Health> WithDetailsAsync(StorageHealth storage, CancellationToken cancellationToken)
    {
        var depth =
            storage.Queues == StorageHealth.Up
                ? await QueueDepth.OfAsync(queues, StorageNames.NotificationsQueue, cancellationToken)
                : null;
        var oldest = storage.Tables == StorageHealth.Up ? await brokenOff.OldestAsync(cancellationToken) : null;
        return Health.Of(storage, trust.Doubt) with
        {
            Services = storage,
            Notifications = depth is null ? null : new QueueHealth(depth.Waiting, depth.SetAside),
            OldestBrokenOffAct = oldest?.At,
        };
    }
}
