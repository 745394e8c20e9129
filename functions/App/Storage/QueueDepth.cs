using Azure;
using Azure.Storage.Queues;

namespace MicroCred.App.Storage;

/// <summary>The approximate number of messages in a queue.</summary>
/// <param name="Waiting">How many wait to be processed or retried.</param>
/// <param name="SetAside">How many failed every try and wait for a person, in the poison queue that the host creates on demand.</param>
internal sealed record QueueDepth(int Waiting, int SetAside)
{
    private const int NoSuchQueue = 404;

    /// <summary>Two storage requests.</summary>
    /// <exception cref="RequestFailedException">The queue can't be reached.</exception>
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
