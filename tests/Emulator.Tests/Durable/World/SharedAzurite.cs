using Azure.Data.Tables;
using MicroCred.Emulator.Storage;

namespace MicroCred.Emulator.Tests.Durable.World;

/// <summary>One Azurite for all durable tests of a run; it ends with the process. Each test has a table of its own.</summary>
internal static class SharedAzurite
{
    private static readonly Lazy<Task<Azurite>> Started = new(() => Azurite.StartAsync());

    public static async Task<string> ConnectionStringAsync() => (await Started.Value).ConnectionString;

    public static async Task<TableServiceClient> TablesAsync(TableClientOptions? options = null) => new(await ConnectionStringAsync(), options);
}
