using MicroCred.Host.Storage;

namespace MicroCred.Tests.Support.Storage;

/// <summary>
/// Stands between who uses a storage account and the account: sees every request, tells what it is for, and cuts one, or takes a whole
/// service away.
/// </summary>
public sealed class StorageProxy : IAsyncDisposable
{
    private readonly ProxiedService[] _services;

    private StorageProxy(string connectionString)
    {
        var account = LocalAccount.Of(connectionString) ?? throw new ArgumentException("Not a development account on this machine.", nameof(connectionString));
        _services =
        [
            new ProxiedService(StorageService.Blob, At(account.BlobPort), Log),
            new ProxiedService(StorageService.Queue, At(account.QueuePort), Log),
            new ProxiedService(StorageService.Table, At(account.TablePort), Log),
        ];
    }

    /// <summary>What storage clients connect with instead of the account's own.</summary>
    public string ConnectionString => DevelopmentAccount.ConnectionString(_services[0].Address, _services[1].Address, _services[2].Address);

    /// <summary>The requests seen.</summary>
    public RequestLog Log { get; } = new();

    /// <summary>Starts one before an account.</summary>
    /// <param name="connectionString">The account's.</param>
    public static async Task<StorageProxy> StartAsync(string connectionString)
    {
        var proxy = new StorageProxy(connectionString);
        await Task.WhenAll(proxy._services.Select(service => service.StartAsync()));
        return proxy;
    }

    /// <summary>Sets a request to be cut, in place of any set before; counting of its name begins here.</summary>
    public void Set(Cut? cut)
    {
        foreach (var service in _services)
            service.Cut = cut;
    }

    /// <summary>Takes a service away until what is returned is disposed: every request to it ends in a broken connection.</summary>
    public IDisposable TakeAway(StorageService service) => new Absence(_services[(int)service]);

    /// <summary>Ends it; the account stays.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
            await service.DisposeAsync();
    }

    private static Uri At(int port) => new($"http://127.0.0.1:{port}");

    private sealed class Absence : IDisposable
    {
        private readonly ProxiedService _service;

        public Absence(ProxiedService service)
        {
            _service = service;
            service.IsAway = true;
        }

        public void Dispose() => _service.IsAway = false;
    }
}
