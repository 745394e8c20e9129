using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.App.Storage;

namespace MicroCred.App.Operation;

/// <summary>
/// Asks the storage account whether it answers. Since anybody may trigger this, it takes three requests at most once per
/// <see cref="Fresh"/>, however many callers ask.
/// </summary>
internal sealed class HealthChecks(TableServiceClient tables, BlobServiceClient blobs, QueueServiceClient queues, TimeProvider time)
{
    /// <summary>How long an answer is reused.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task<StorageHealth>? _last;
    private DateTimeOffset _asked;

    /// <summary>The health as of at most <see cref="Fresh"/> ago.</summary>
    public Task<StorageHealth> RecentAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_last is null || (_last.IsCompleted && time.GetUtcNow() - _asked >= Fresh))
            {
                _asked = time.GetUtcNow();
                _last = NowAsync();
            }

            return _last.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The health now. Three storage requests, and no more than five seconds.</summary>
    public async Task<StorageHealth> NowAsync()
    {
        using CancellationTokenSource inTime = new(Patience, time);
        var cancel = inTime.Token;
        var answers = await Task.WhenAll(
            ReachedAsync(() =>
                tables
                    .GetTableClient(StorageNames.UnderwayTable)
                    .QueryAsync<TableEntity>(
                        row => row.PartitionKey == WorklistRows.Underway,
                        maxPerPage: 1,
                        select: [nameof(TableEntity.RowKey)],
                        cancel
                    )
                    .AsPages()
                    .FirstOrDefaultAsync(cancel)
                    .AsTask()
            ),
            ReachedAsync(() => blobs.GetBlobContainerClient(StorageNames.DocumentsContainer).GetPropertiesAsync(cancellationToken: cancel)),
            ReachedAsync(() => queues.GetQueueClient(StorageNames.NotificationsQueue).GetPropertiesAsync(cancel))
        );
        return new StorageHealth(answers[0], answers[1], answers[2]);
    }

    private static async Task<string> ReachedAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return StorageHealth.Up;
        }
        catch (Exception exception)
            when (exception is RequestFailedException or OperationCanceledException or AggregateException or AuthenticationFailedException)
        {
            return StorageHealth.Down;
        }
    }
}
