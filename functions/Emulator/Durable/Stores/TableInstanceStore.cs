using Azure.Data.Tables;

namespace MicroCred.Emulator.Durable.Stores;

/// <summary>Keeps instances in Azure Table Storage.</summary>
internal sealed class TableInstanceStore(TableServiceClient tables, string hubName) : IInstanceStore
{
    public async Task PrepareAsync(CancellationToken cancellationToken) =>
        await tables.CreateTableIfNotExistsAsync(hubName + "Instances", cancellationToken);
}
