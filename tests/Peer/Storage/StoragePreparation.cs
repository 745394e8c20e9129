using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Hosting;

namespace MicroCred.Peer.Storage;

/// <summary>
/// Creates missing tables, containers and queues once at startup. The samples do so in each activity that writes, at the cost of a request
/// each time.
/// </summary>
internal sealed class StoragePreparation(TableServiceClient tables, BlobServiceClient blobs, QueueServiceClient queues) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var table in new[] { Applications.Table, Applications.Worklists, Register.Table })
        {
            await tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        await blobs.GetBlobContainerClient(Register.Files).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await queues.GetQueueClient(Letter.Queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
