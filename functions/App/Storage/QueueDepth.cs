using Azure;
using Azure.Storage.Queues;

namespace MicroCred.App.Storage;

/// <summary>How many messages are in a queue, about.</summary>
/// <param name="Waiting">How many wait for their turn or for another try.</param>
/// <param name="SetAside">How many failed every try and wait for a person, in the queue that the host makes beside it when one
/// does.</param>
internal sealed record QueueDepth(int Waiting, int SetAside)
{
    private const int NoSuchQueue = 404;

    /// <summary>Two storage requests.</summary>
    /// <exception cref="RequestFailedException">The queue can't be asked.</exception>
    public static async Task<QueueDepth> OfAsync(QueueServiceClient queues, string queue, CancellationToken cancellationToken)
    {
        var waiting = CountAsync(queues.GetQueueClient(queue), cancellationToken);
        var aside = CountIfThereAsync(queues.GetQueueClient(StorageNames.PoisonOf(queue)), cancellationToken);
        return new QueueDepth(await waiting, await aside);
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellationToken) =>
        (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    private static async Task<int> CountIfThereAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return await CountAsync(queue, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == NoSuchQueue)
        {
            return 0;
        }
    }
}
