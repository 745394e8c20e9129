using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace MicroCred.Emulator.Queues;

/// <summary>Where messages go that have failed too often: the queue's name and <c>-poison</c>.</summary>
internal sealed class PoisonQueue(QueueServiceClient queues, string queueName)
{
    private readonly QueueClient _queue = queues.GetQueueClient($"{queueName}-poison");

    public string Name => _queue.Name;

    public async Task AddAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        await _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _queue.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: cancellationToken);
    }
}
