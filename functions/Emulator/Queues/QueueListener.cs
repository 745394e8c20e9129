using System.Diagnostics.Metrics;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Storage;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Queues;

/// <summary>Fetches a queue's messages for its function, several at a time, as long as the app runs.</summary>
internal sealed partial class QueueListener(Function function, QueueClient queue, QueueWorker worker, QueueOptions options, QueueBell bell, ILogger logger)
{
    private static readonly Counter<long> Polls = StorageRequests.Meter.CreateCounter<long>("emulator.queue.polls");

    private readonly PollingInterval _interval = new(options.MaxPollingInterval);
    private readonly HashSet<Task> _inWork = [];

    /// <summary>Ends, once told to stop, when nothing is in work any more.</summary>
    /// <param name="stop">Nothing more is fetched.</param>
    /// <param name="abandon">What is in work is told that it has no more time.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        while (!stop.IsCancellationRequested)
        {
            var rung = bell.NextAsync();
            var messages = await FetchAsync(stop);
            Polls.Add(1, new KeyValuePair<string, object?>("found", messages.Length > 0));
            _inWork.UnionWith(messages.Select(message => WorkAsync(message, abandon)));
            if (messages.Length > 0)
                _interval.Found();
            else
                await RestAsync(rung, stop);

            await RoomAsync(stop);
        }

        await Task.WhenAll(_inWork);
    }

    private async Task<QueueMessage[]> FetchAsync(CancellationToken stop)
    {
        try
        {
            return await queue.ReceiveMessagesAsync(options.BatchSize, QueueLease.Duration, stop);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception failure) when (IsStorageFailure(failure))
        {
            Unreachable(failure, queue.Name, function.Name);
            return [];
        }
    }

    // Retries that failed all come as an aggregate.
    private static bool IsStorageFailure(Exception failure) => failure is RequestFailedException or AggregateException;

    // The queue's time is the storage's own, not the app's: a virtual clock doesn't bring a message back sooner.
    private async Task RestAsync(Task rung, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var rest = Task.Delay(_interval.Current, enough.Token);
        if (await Task.WhenAny(rung, rest) == rung)
            _interval.Found();
        else
            _interval.FoundNothing();
        await enough.CancelAsync();
    }

    private async Task RoomAsync(CancellationToken stop)
    {
        _inWork.RemoveWhere(work => work.IsCompleted);
        while (_inWork.Count > (options.NewBatchThreshold ?? options.BatchSize / 2) && !stop.IsCancellationRequested)
        {
            await Task.WhenAny(_inWork);
            _inWork.RemoveWhere(work => work.IsCompleted);
        }
    }

    private async Task WorkAsync(QueueMessage message, CancellationToken abandon)
    {
        try
        {
            await worker.TakeAsync(message, abandon);
        }
        catch (Exception failure) when (IsStorageFailure(failure))
        {
            // It comes back when its lease ends.
            Unreachable(failure, queue.Name, function.Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The queue {Queue} of {Function} can't be reached.")]
    private partial void Unreachable(Exception failure, string queue, string function);
}
