using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>Whether the app can work: storage can be reached, how much waits in the queue, and since when the oldest broken-off act waits.</summary>
internal sealed class GetHealth(BlobServiceClient blobs, QueueServiceClient queues, BrokenOffCommands brokenOff, TimeProvider time)
{
    [Function(nameof(GetHealth)), Public]
    [Gives(StatusCodes.Status200OK, typeof(Health))]
    [Gives(StatusCodes.Status503ServiceUnavailable, typeof(Health))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, CancellationToken cancel)
    {
        using CancellationTokenSource timeout = new(TimeSpan.FromSeconds(5), time);
        using CancellationTokenSource inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        DateTimeOffset? oldest = null;
        QueueDepth depth = new(0, 0);
        string table = await Reached(async () => oldest = (await brokenOff.Oldest(inTime.Token))?.At);
        string blob = await Reached(() => blobs.GetBlobContainerClient(Names.DocumentsContainer).GetPropertiesAsync(cancellationToken: inTime.Token));
        string queue = await Reached(async () => depth = await QueueDepth.Of(queues, Names.NotificationsQueue, inTime.Token));
        bool healthy = table == Up && blob == Up && queue == Up;
        return Results.Json(
            new Health(healthy ? "Healthy" : "Unhealthy", new StorageHealth(table, blob, queue), new QueueHealth(depth.Waiting, depth.SetAside), oldest),
            statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private const string Up = "Up";

    private static async Task<string> Reached(Func<Task> ask)
    {
        try
        {
            await ask();
            return Up;
        }
        catch (Exception exception) when (exception is Azure.RequestFailedException or OperationCanceledException or AggregateException)
        {
            return "Down";
        }
    }

    /// <summary>The answer.</summary>
    internal sealed record Health(string Status, StorageHealth Storage, QueueHealth Notifications, DateTimeOffset? OldestBrokenOffAct);

    /// <summary>Whether each service answers.</summary>
    internal sealed record StorageHealth(string Tables, string Blobs, string Queues);

    /// <summary>How many notices wait to be sent, and how many were set aside after five tries.</summary>
    internal sealed record QueueHealth(int Waiting, int SetAside);
}
