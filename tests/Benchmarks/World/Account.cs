using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MicroCred.Host.Storage;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.World;

/// <summary>A measure's storage account and folder: an Azurite that stores its data on disk.</summary>
internal sealed class Account : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Azurite? _azurite;

    private Account(TemporaryFolder folder, string connectionString, Azurite? azurite)
    {
        _folder = folder;
        _azurite = azurite;
        ConnectionString = connectionString;
        Tables = new TableServiceClient(connectionString);
        Blobs = new BlobServiceClient(connectionString);
    }

    public string ConnectionString { get; }

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    public static async Task<Account> OpenAsync()
    {
        TemporaryFolder folder = new();
        var azurite = await Azurite.StartAsync(folder["azurite"]);
        return new Account(folder, azurite.ConnectionString, azurite);
    }

    /// <summary>An account at which nothing listens yet.</summary>
    public static Account NotOpened() => new(new TemporaryFolder(), FreeAccount.ConnectionString(), azurite: null);

    /// <summary>A subfolder for one of the account's users.</summary>
    public string Folder(string name) => _folder[name];

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _folder.Dispose();
    }
}
