using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.Host.Storage;

namespace MicroCred.Simulation.Pipeline;

/// <summary>One in-memory Azurite for all tests that need storage; they run in sequence, each starting with empty storage.</summary>
[CollectionDefinition(Name)]
public sealed class SharedStorage : IAsyncLifetime, ICollectionFixture<SharedStorage>
{
    public const string Name = "Storage";

    private Azurite _azurite = null!;

    public string ConnectionString => _azurite.ConnectionString;

    public async Task InitializeAsync() => _azurite = await Azurite.StartAsync();

    /// <summary>Deletes everything in the storage.</summary>
    public async Task EmptyAsync()
    {
        TableServiceClient tables = new(ConnectionString);
        await foreach (var table in tables.QueryAsync())
        {
            await tables.DeleteTableAsync(table.Name);
        }

        BlobServiceClient blobs = new(ConnectionString);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await blobs.DeleteBlobContainerAsync(container.Name);
        }

        QueueServiceClient queues = new(ConnectionString);
        await foreach (var queue in queues.GetQueuesAsync())
        {
            await queues.DeleteQueueAsync(queue.Name);
        }
    }

    public async Task DisposeAsync() => await _azurite.DisposeAsync();
}
