using Azure.Data.Tables;
using Azure.Storage.Queues;
using MicroCred.Emulator.Storage;

namespace MicroCred.Emulator.Tests.Storage;

public sealed class AzuriteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azurite-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_serves_tables_and_queues_on_free_ports()
    {
        await using var azurite = await Azurite.StartAsync();

        await new TableClient(azurite.ConnectionString, "Things").CreateAsync();
        await new QueueClient(azurite.ConnectionString, "things").CreateAsync();
    }

    [Fact]
    public async Task What_it_holds_is_there_again_the_next_time()
    {
        await using (var azurite = await Azurite.StartAsync(_folder.FullName))
        {
            await new TableClient(azurite.ConnectionString, "Things").CreateAsync();
            await new TableClient(azurite.ConnectionString, "Things").AddEntityAsync(new TableEntity("a", "b") { ["Colour"] = "red" });
        }

        await using (var azurite = await Azurite.StartAsync(_folder.FullName))
        {
            var entity = await new TableClient(azurite.ConnectionString, "Things").GetEntityAsync<TableEntity>("a", "b");
            Assert.Equal("red", entity.Value["Colour"]);
        }
    }

    [Fact]
    public async Task A_folder_is_for_one_at_a_time()
    {
        await using var azurite = await Azurite.StartAsync(_folder.FullName);

        var refusal = await Assert.ThrowsAsync<AzuriteException>(() => Azurite.StartAsync(_folder.FullName));

        Assert.Equal($"Another process has the data in {_folder.FullName}: process {Environment.ProcessId}, Azurite.", refusal.Message);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var azurite = await Azurite.StartAsync();
        var port = new Uri(azurite.ConnectionString.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))[14..]).Port;

        var refusal = await Assert.ThrowsAsync<AzuriteException>(() => Azurite.StartAsync(tablePort: port));

        Assert.Contains($"EADDRINUSE: address already in use 127.0.0.1:{port}", refusal.Message, StringComparison.Ordinal);
    }
}
