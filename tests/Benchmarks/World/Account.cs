using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Emulator.Storage;

namespace MicroCred.Benchmarks.World;

/// <summary>A storage account of a measure's own: an Azurite that keeps its data on the disk, as the app's own does, or in memory only.</summary>
internal sealed class Account : IAsyncDisposable
{
    private readonly Azurite _azurite;

    private Account(Azurite azurite, DirectoryInfo folder)
    {
        _azurite = azurite;
        Folder = folder;
        Tables = new TableServiceClient(azurite.ConnectionString);
        Cases = new Cases(Tables);
        Worklists = new Worklists(Tables);
    }

    /// <summary>Where the data of the app under test go too.</summary>
    public DirectoryInfo Folder { get; }

    public string ConnectionString => _azurite.ConnectionString;

    public TableServiceClient Tables { get; }

    /// <summary>The app's own stores, past the app.</summary>
    public Cases Cases { get; }

    public Worklists Worklists { get; }

    public static async Task<Account> Open(bool onDisk = true)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("microcred-benchmark-");
        return new Account(await Azurite.StartAsync(onDisk ? Path.Combine(folder.FullName, "azurite") : null), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}
