using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace MicroCred.App.Storage;

/// <summary>
/// The messages that failed every try and were set aside. They are handled as they are, byte for byte: one may be here just because it
/// can't be read.
/// </summary>
/// <param name="queues">The queues, by a client that leaves messages as they are.</param>
internal sealed class PoisonQueues(QueueServiceClient queues)
{
    /// <summary>As many as the service gives or shows at once.</summary>
    public const int AtOnce = 32;

    private const int NoSuchQueue = 404;
    private const int Gone = 404;

    /// <summary>
    /// For how long nobody else gets a message that is being put back; past it an act that broke off is as if it hadn't begun.
    /// </summary>
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    /// <summary>How many are set aside, about, and the first of them. Two storage requests.</summary>
    public async Task<(int Count, IReadOnlyList<PeekedMessage> First)> LookAsync(string queue, CancellationToken cancellationToken)
    {
        var aside = Aside(queue);
        try
        {
            var count = (await aside.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
            return (count, count == 0 ? [] : (await aside.PeekMessagesAsync(AtOnce, cancellationToken)).Value);
        }
        catch (RequestFailedException failure) when (failure.Status == NoSuchQueue)
        {
            // On a developer's machine it is made when the first message is set aside.
            return (0, []);
        }
    }

    /// <summary>
    /// Puts messages back into their queue one by one: first added there, then removed here, so that what breaks off in between leaves the
    /// message in both and never in none. Three storage requests each.
    /// </summary>
    /// <returns>How many were put back.</returns>
    public async Task<int> RedriveAsync(string queue, int most, CancellationToken cancellationToken)
    {
        var aside = Aside(queue);
        var back = queues.GetQueueClient(queue);
        var done = 0;
        while (done < most && await TakeAsync(aside, 1, cancellationToken) is [var message])
        {
            await back.SendMessageAsync(message.Body, cancellationToken: cancellationToken);
            await RemoveAsync(aside, message, CancellationToken.None);
            done++;
        }

        return done;
    }

    /// <summary>
    /// Removes one message for good. It has to be taken to be removed, and so have those before it, which are then let go again.
    /// </summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> DiscardAsync(string queue, string message, CancellationToken cancellationToken)
    {
        var aside = Aside(queue);
        List<QueueMessage> others = [];
        try
        {
            while (await TakeAsync(aside, AtOnce, cancellationToken) is { Count: > 0 } taken)
            {
                others.AddRange(taken.Where(one => one.MessageId != message));
                if (taken.FirstOrDefault(one => one.MessageId == message) is { } found)
                {
                    await RemoveAsync(aside, found, cancellationToken);
                    return true;
                }
            }

            return false;
        }
        finally
        {
            await Task.WhenAll(others.Select(one => LetGoAsync(aside, one)));
        }
    }

    private static async Task<IReadOnlyList<QueueMessage>> TakeAsync(QueueClient aside, int most, CancellationToken cancellationToken)
    {
        try
        {
            return (await aside.ReceiveMessagesAsync(most, Hold, cancellationToken)).Value;
        }
        catch (RequestFailedException failure) when (failure.Status == NoSuchQueue)
        {
            return [];
        }
    }

    private static async Task RemoveAsync(QueueClient aside, QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await aside.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == Gone)
        {
            // Where the answer to the first try was lost, the client's own retry finds it gone.
        }
    }

    private static async Task LetGoAsync(QueueClient aside, QueueMessage message)
    {
        try
        {
            await aside.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
        }
        catch (RequestFailedException)
        {
            // It shows again by itself, or somebody else has it.
        }
    }

    private QueueClient Aside(string queue) => queues.GetQueueClient(StorageNames.PoisonOf(queue));
}
