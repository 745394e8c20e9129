using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Storage;

/// <summary>
/// Creates the tables, containers and queues before the first invocation. In Azure the infrastructure creates them and the app has no
/// right to, so there <c>Storage__CreateOnStart</c> is left out.
/// </summary>
internal sealed class StoragePreparation(
    IOptions<StorageOptions> options, TableServiceClient tables, BlobServiceClient blobs, QueueServiceClient queues) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.CreateOnStart)
        {
            return;
        }

        await Task.WhenAll(
            tables.CreateTableIfNotExistsAsync(Names.ApplicationsTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(Names.UnderwayTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(Names.WorklistsTable, cancellationToken),
            tables.CreateTableIfNotExistsAsync(Names.RegisterTable, cancellationToken),
            blobs.GetBlobContainerClient(Names.IncomingContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(Names.DocumentsContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(Names.RegisterContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(Names.AuditContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            blobs.GetBlobContainerClient(Names.RegisterLogContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            queues.GetQueueClient(Names.NotificationsQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            queues.GetQueueClient(Names.ScanResultsQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
