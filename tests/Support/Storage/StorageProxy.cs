namespace MicroCred.Tests.Support.Storage;

/// <summary>
/// A proxy between the users of a storage account and the account: logs and classifies every request, and can cut one or make a whole
/// service unavailable.
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

    /// <summary>The connection string for storage clients, instead of the account's own.</summary>
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

    /// <summary>The log of requests.</summary>
    public RequestLog Log { get; } = new();

    /// <summary>Starts a proxy for an account.</summary>
    /// <param name="connectionString">The account's connection string, with the address of each of its three services.</param>
    public static async Task<StorageProxy> StartAsync(string connectionString)
    {
        var proxy = new StorageProxy(connectionString);
        await Task.WhenAll(proxy._services.Select(service => service.StartAsync()));
        return proxy;
    }

    /// <summary>Sets the request to cut, replacing any earlier cut; counting starts here.</summary>
    public void Set(Cut? cut)
    {
        foreach (var service in _services)
        {
            service.Cut = cut;
        }
    }

    /// <summary>Makes a service unavailable until the result is disposed: every request to it ends in a broken connection.</summary>
    public IDisposable TakeAway(StorageService service) => new Absence(_services[(int)service]);

    /// <summary>Stops the proxy; the account stays.</summary>
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
