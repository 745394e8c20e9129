using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace MicroCred.App.Storage;

/// <summary>
/// The messages that failed every try and were set aside. They are handled as raw bytes, since one may be here because it can't be parsed.
/// </summary>
/// <param name="queues">The queue client, configured not to decode messages.</param>
internal sealed class PoisonQueues(QueueServiceClient queues)
{
    /// <summary>The service's maximum for one request.</summary>
    public const int AtOnce = 32;

    private const int NoSuchQueue = 404;
    private const int Gone = 404;

    /// <summary>
    /// How long a message being put back is invisible to others; if that is interrupted, the message reappears unchanged.
    /// </summary>
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    /// <summary>The approximate number of messages set aside, and the first of them. Two storage requests.</summary>
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
            // On a developer's machine the queue is created with the first poison message.
            return (0, []);
        }
    }

    /// <summary>
    /// Puts messages back into their queue one by one: first added there, then removed here, so that an interruption leaves a message in
    /// both queues, never in neither. Three storage requests each.
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
    /// Removes one message for good. Queues allow that only for a received message, so the ones before it are received too, and then
    /// released.
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
            // If the response to the first try was lost, the client's own retry finds the message already deleted.
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
            // It becomes visible again by itself, or somebody else has received it.
        }
    }

    private QueueClient Aside(string queue) => queues.GetQueueClient(StorageNames.PoisonOf(queue));
}
