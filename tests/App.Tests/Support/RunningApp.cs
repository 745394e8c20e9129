using System.Net.Http.Headers;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using MicroCred.App.Storage;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.App.Tests.Support;

/// <summary>The whole app on a separate Host and free port, with a separate storage account and folder.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly HostProcess _host;
    private readonly AppServices _services;
    private readonly SocketsHttpHandler _connections = new() { AllowAutoRedirect = false, UseCookies = false };

    private RunningApp(TemporaryFolder folder, HostProcess host, string connectionString, AppServices services)
    {
        _folder = folder;
        _host = host;
        _services = services;
        ConnectionString = connectionString;
        TableServiceClient tables = new(connectionString);
        Applications = new ApplicationStore(tables);
        Worklists = new Worklists(tables);
        Engine = new Engine(connectionString);
    }

    /// <summary>The applications, read directly from storage, so that these requests don't count as the app's.</summary>
    public ApplicationStore Applications { get; }

    /// <summary>The lists, read directly from storage.</summary>
    public Worklists Worklists { get; }

    /// <summary>The app's orchestrations, read directly from storage.</summary>
    public Engine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>The folder that letters are written to.</summary>
    public string Outbox => _folder["outbox"];

    /// <summary>The log of Host and app, for the messages of failed tests.</summary>
    public string Log => _host.Log;

    /// <param name="settings">Settings as <c>name=value</c>.</param>
    public static async Task<RunningApp> StartAsync(params string[] settings)
    {
        var connectionString = await SharedStorage.AccountOfItsOwnAsync();
        return await StartOnAsync(connectionString, connectionString, settings);
    }

    /// <param name="app">The folder of a copy of the built app, with a test's changes.</param>
    /// <param name="settings">Settings as <c>name=value</c>.</param>
    public static async Task<RunningApp> StartCopyAsync(string app, params string[] settings)
    {
        var connectionString = await SharedStorage.AccountOfItsOwnAsync();
        return await StartAsync(app, connectionString, connectionString, settings);
    }

    /// <param name="own">The connection string for the app and its engine, such as a proxy's.</param>
    /// <param name="direct">The account's own connection string, for the test's direct access.</param>
    /// <param name="settings">Settings as <c>name=value</c>.</param>
    public static Task<RunningApp> StartOnAsync(string own, string direct, params string[] settings) =>
        StartAsync(Repository.Built("functions/App"), own, direct, settings);

    private static async Task<RunningApp> StartAsync(string app, string own, string direct, string[] settings)
    {
        TemporaryFolder folder = new();
        HostSettings host = new()
        {
            App = app,
            DataPath = folder.Path,
            Storage = own,
        };
        host = host.With("Notifications__OutboxPath", folder["outbox"])
            .With("Signing__LocalKeyPath", AppServices.SigningKeyPath)
            .With("Signing__RegisterLocalKeyPath", AppServices.RegisterKeyPath);
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            host = host.With(parts[0].Replace(":", "__", StringComparison.Ordinal), parts[1]);
        }

        return new RunningApp(folder, await HostProcess.StartAsync(host), direct, new AppServices(direct, settings));
    }

    /// <summary>A service of the app in the test's own process, on the same storage.</summary>
    public T Get<T>()
        where T : notnull => _services.Get<T>();

    /// <summary>A client signed in as a local persona.</summary>
    public HttpClient As(string persona)
    {
        var client = Anyone();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        return client;
    }

    /// <summary>A client that isn't signed in.</summary>
    public HttpClient Anyone() => new(_connections, disposeHandler: false) { BaseAddress = _host.Url };

    /// <summary>Waits until an application meets a condition.</summary>
    public async Task<Application> UntilAsync(ApplicationId id, Func<Application, bool> reached)
    {
        Application? now = null;
        await Patience.UntilAsync(
            async () => (now = (await Applications.FindAsync(id, default))?.Application) is not null && reached(now),
            () => $"Application {id} is still {now?.Status}, at revision {now?.Revision}.\n{Log}"
        );
        return now!;
    }

    /// <summary>Waits until this many letters about an application have been sent, and none is waiting.</summary>
    public Task LettersSentAsync(ApplicationId id, int count)
    {
        QueueClient waiting = new(ConnectionString, StorageNames.NotificationsQueue);
        return Patience.UntilAsync(
            async () =>
                Directory.Exists(Outbox)
                && Directory.GetFiles(Outbox, $"{id}-*.eml").Length == count
                && (await waiting.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0,
            () => $"Application {id} hasn't led to {count} letters.\n{Log}"
        );
    }

    /// <summary>Waits until an application's orchestration has ended.</summary>
    public Task OrchestrationEndedAsync(ApplicationId id) => Engine.EndedAsync(id);

    /// <summary>kill -9 of the worker, which the Host then starts anew.</summary>
    public Task KillWorkerAsync() => _host.KillWorkerAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _services.Dispose();
        _connections.Dispose();
        _folder.Dispose();
    }
}
