using Azure;
using Azure.Storage.Queues;

namespace MicroCred.App.Storage;

/// <summary>How many messages are in a queue, about.</summary>
/// <param name="Waiting">How many wait for their turn or for another try.</param>
/// <param name="SetAside">How many failed every try and wait for a person, in the queue that the host makes beside it when one does.</param>
internal sealed record QueueDepth(int Waiting, int SetAside)
{
    private const int NoSuchQueue = 404;

    /// <summary>Two storage requests.</summary>
    /// <exception cref="RequestFailedException">The queue can't be asked.</exception>
    public static async Task<QueueDepth> Of(QueueServiceClient queues, string queue, CancellationToken cancel)
    {
        Task<int> waiting = Count(queues.GetQueueClient(queue), cancel);
        Task<int> aside = CountIfThere(queues.GetQueueClient(Names.PoisonOf(queue)), cancel);
        return new QueueDepth(await waiting, await aside);
    }

    private static async Task<int> Count(QueueClient queue, CancellationToken cancel) =>
        (await queue.GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount;

    private static async Task<int> CountIfThere(QueueClient queue, CancellationToken cancel)
    {
        try
        {
            return await Count(queue, cancel);
        }
        catch (RequestFailedException failure) when (failure.Status == NoSuchQueue)
        {
            return 0;
        }
    }
}
