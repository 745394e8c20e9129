using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using MicroCred.Host.Storage;

namespace MicroCred.Benchmarks.World;

/// <summary>A storage account of a measure's own, and a folder that goes with it: an Azurite that keeps its data on the disk.</summary>
internal sealed class Account : IAsyncDisposable
{
    private readonly Azurite? _azurite;

    private Account(Azurite? azurite, string connectionString, DirectoryInfo folder)
    {
        _azurite = azurite;
        ConnectionString = connectionString;
        Folder = folder;
        Tables = new TableServiceClient(connectionString);
    }

    /// <summary>Where the data of the app under test go too.</summary>
    public DirectoryInfo Folder { get; }

    public string ConnectionString { get; }

    public TableServiceClient Tables { get; }

    public static async Task<Account> Open()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("microcred-benchmark-");
        Azurite azurite = await Azurite.StartAsync(Path.Combine(folder.FullName, "azurite"));
        return new Account(azurite, azurite.ConnectionString, folder);
    }

    /// <summary>An account at which nothing listens yet.</summary>
    public static Account NotOpened() => new(
        null, DevelopmentAccount.ConnectionString(Free(), Free(), Free()), Directory.CreateTempSubdirectory("microcred-benchmark-"));

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        Folder.Delete(recursive: true);
    }

    /// <summary>A port that nobody listened on a moment ago.</summary>
    private static Uri Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
