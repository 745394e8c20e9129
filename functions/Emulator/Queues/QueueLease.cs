using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace MicroCred.Emulator.Queues;

/// <summary>
/// Keeps a message out of others' sight while it is worked on. Short, and renewed, so that a message whose process was killed comes back soon.
/// </summary>
internal sealed class QueueLease : IAsyncDisposable
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewal;

    public QueueLease(QueueClient queue, QueueMessage message)
    {
        PopReceipt = message.PopReceipt;
        _renewal = RenewAsync(queue, message);
    }

    /// <summary>What the message is deleted or put back with; final once this is disposed.</summary>
    public string PopReceipt { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task RenewAsync(QueueClient queue, QueueMessage message)
    {
        while (true)
        {
            await Task.Delay(Duration / 2, _end.Token);
            PopReceipt = (await queue.UpdateMessageAsync(message.MessageId, PopReceipt, message.Body, Duration, CancellationToken.None)).Value.PopReceipt;
        }
    }
}
