namespace MicroCred.Host.Storage;

/// <summary>An Azurite of one's own: the storage account of a development machine, in a process that ends with this one, however this one ends.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private readonly AzuriteProcess _process;

    private Azurite(AzuriteProcess process, string connectionString) => (_process, ConnectionString) = (process, connectionString);

    /// <summary>What storage clients connect with.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts Azurite and returns once it answers.</summary>
    /// <param name="dataPath">The folder that keeps the data; null keeps it in memory.</param>
    /// <param name="blobPort">The port of the blob service on the loopback address; 0 takes any free one.</param>
    /// <param name="queuePort">The port of the queue service; 0 takes any free one.</param>
    /// <param name="tablePort">The port of the table service; 0 takes any free one.</param>
    /// <param name="cancellationToken">Gives up the wait and ends Azurite.</param>
    /// <exception cref="AzuriteException">Azurite isn't installed, doesn't start, or another one has the folder.</exception>
    public static async Task<Azurite> StartAsync(
        string? dataPath = null, int blobPort = 0, int queuePort = 0, int tablePort = 0, CancellationToken cancellationToken = default)
    {
        var process = AzuriteProcess.Start(dataPath, blobPort, queuePort, tablePort);
        try
        {
            var (blob, queue, table) = await process.ListeningAsync(cancellationToken);
            return new Azurite(process, DevelopmentAccount.ConnectionString(blob, queue, table));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Starts Azurite for an account at which nothing listens. Null when all its services answer already: somebody else's Azurite, to be used.
    /// </summary>
    internal static async Task<Azurite?> StartWhereNoneListensAsync(string dataPath, LocalAccount account, CancellationToken cancellationToken)
    {
        // A predecessor whose app was killed still answers while it is ending.
        AzuriteFolder.AwaitPredecessor(dataPath);
        return await account.ListeningAsync(cancellationToken) switch
        {
            0 => await StartAsync(dataPath, account.BlobPort, account.QueuePort, account.TablePort, cancellationToken),
            3 => null,
            _ => throw new AzuriteException(
                $"Something listens on one of the ports {account.BlobPort}, {account.QueuePort} and {account.TablePort}, but not on all: no Azurite can start there."),
        };
    }

    /// <summary>Ends Azurite once it has written what it holds.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
