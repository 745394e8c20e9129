namespace MicroCred.Tests.Support.Storage;

/// <summary>
/// Stands between who uses a storage account and the account: sees every request, tells what it is for, and cuts one, or takes a whole
/// service away.
/// </summary>
public sealed class StorageProxy : IAsyncDisposable
{
    private readonly Dictionary<string, string> _account;
    private readonly ProxiedService[] _services;

    private StorageProxy(string connectionString)
    {
        _account = connectionString
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1]);
        _services =
        [
            .. Enum.GetValues<StorageService>().Select(service => new ProxiedService(service, new Uri(Endpoint(service), "/"), Log)),
        ];
    }

    /// <summary>What storage clients connect with instead of the account's own.</summary>
    public string ConnectionString
    {
        get
        {
            var own = new Dictionary<string, string>(_account);
            foreach (var service in Enum.GetValues<StorageService>())
            {
                own[Part(service)] = new Uri(_services[(int)service].Address, Endpoint(service).AbsolutePath).ToString();
            }

            return string.Join(';', own.Select(part => $"{part.Key}={part.Value}"));
        }
    }

    /// <summary>The requests seen.</summary>
    public RequestLog Log { get; } = new();

    /// <summary>Starts one before an account.</summary>
    /// <param name="connectionString">The account's, with the address of each of its three services.</param>
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
        {
            service.Cut = cut;
        }
    }

    /// <summary>Takes a service away until what is returned is disposed: every request to it ends in a broken connection.</summary>
    public IDisposable TakeAway(StorageService service) => new Absence(_services[(int)service]);

    /// <summary>Ends it; the account stays.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }
    }

    private static string Part(StorageService service) => $"{service}Endpoint";

    private Uri Endpoint(StorageService service) => new(_account[Part(service)]);

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
