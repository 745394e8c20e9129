using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MicroCred.Emulator.Functions;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Queues;

/// <summary>Has a function take one message: then the message is gone, to be tried again, or in the poison queue.</summary>
internal sealed partial class QueueWorker(
    Function function,
    QueueClient queue,
    PoisonQueue poison,
    QueueOptions options,
    InvocationPipeline pipeline,
    IServiceProvider services,
    ILogger logger)
{
    public async Task TakeAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var lease = new QueueLease(queue, message);
        var done = await TryAsync(message, cancellationToken);
        await lease.DisposeAsync();

        if (!done && message.DequeueCount < options.MaxDequeueCount)
        {
            await queue.UpdateMessageAsync(message.MessageId, lease.PopReceipt, message.Body, options.VisibilityTimeout, CancellationToken.None);
            return;
        }

        if (!done)
        {
            await poison.AddAsync(message, CancellationToken.None);
            Poisoned(message.MessageId, function.Name, message.DequeueCount, poison.Name);
        }

        await queue.DeleteMessageAsync(message.MessageId, lease.PopReceipt, CancellationToken.None);
    }

    private async Task<bool> TryAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        // It has killed the process before it could fail properly.
        if (message.DequeueCount > options.MaxDequeueCount)
            return false;

        try
        {
            var content = Decode(message.Body);
            await using var invocation = new Invocation(
                function, content, QueueMessageData.Of(message, content.ToString()), services, cancellationToken);
            await pipeline.RunAsync(invocation);
            return true;
        }
        catch (FormatException notBase64)
        {
            Unreadable(notBase64, message.MessageId, function.Name);
            return false;
        }
        catch (Exception)
        {
            // The pipeline has logged it.
            return false;
        }
    }

    private BinaryData Decode(BinaryData body) => options.MessageEncoding == QueueMessageEncoding.Base64
        ? BinaryData.FromBytes(Convert.FromBase64String(body.ToString()))
        : body;

    [LoggerMessage(LogLevel.Error, "Message {MessageId} for {Function} is not Base64.")]
    private partial void Unreadable(Exception failure, string messageId, string function);

    [LoggerMessage(LogLevel.Error, "Message {MessageId} has failed {Function} {Count} times and goes to the queue {Poison}.")]
    private partial void Poisoned(string messageId, string function, long count, string poison);
}
