using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Storage;

/// <summary>
/// Creates the tables, containers and queues before the first invocation. In Azure the infrastructure creates them and the app isn't
/// permitted to, so there <c>Storage__CreateOnStart</c> isn't set.
/// </summary>
internal sealed class StoragePreparation(
    IOptions<StorageOptions> options,
    TableServiceClient tables,
    BlobServiceClient blobs,
    QueueServiceClient queues
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.CreateOnStart)
        {
            return;
        }

        await Task.WhenAll(
            tables.CreateTableIfNotExistsAsync(StorageNames.ApplicationsTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(StorageNames.UnderwayTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(StorageNames.WorklistsTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(StorageNames.RegisterTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(StorageNames.EvaluatorsTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(StorageNames.NotificationsTable, cancellationToken),
            blobs.GetBlobContainerClient(StorageNames.IncomingContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(StorageNames.DocumentsContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(StorageNames.RegisterContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(StorageNames.AuditContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(StorageNames.RegisterLogContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(StorageNames.FormKeysContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            queues.GetQueueClient(StorageNames.NotificationsQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            queues.GetQueueClient(StorageNames.ScanResultsQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken)
        );
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
