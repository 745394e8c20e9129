using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.Emulator.Storage;

namespace MicroCred.App.Tests.Support;

/// <summary>One Azurite for all tests of this assembly, in memory, ended with the process.</summary>
internal static class SharedStorage
{
    private static readonly Lazy<Task<Azurite>> Running = new(() => Azurite.StartAsync());

    public static async Task<string> ConnectionString() => (await Running.Value).ConnectionString;

    public static async Task<TableServiceClient> Tables() => new(await ConnectionString());

    public static async Task<BlobServiceClient> Blobs() => new(await ConnectionString());

    public static async Task<QueueServiceClient> Queues() =>
        new(await ConnectionString(), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
}
