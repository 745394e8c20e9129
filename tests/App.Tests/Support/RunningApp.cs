using System.Net.Http.Headers;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Emulator.Durable.Clocks;
using MicroCred.Emulator.Storage;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Tests.Support;

/// <summary>
/// The whole app inside the test's process, on a free port, with an Azurite and a folder of its own. On the virtual clock, which a test asks
/// for with <see cref="OnVirtualClock"/>, time stands still but for <see cref="LetTimePassUntil"/>.
/// </summary>
internal sealed class RunningApp : IAsyncDisposable
{
    public const string OnVirtualClock = "Emulator:Clock=Virtual";

    /// <summary>Months pass on the virtual clock, and each minute of them would be swept.</summary>
    private const string SweptDaily = "SWEEP_SCHEDULE=0 0 12 * * *";

    private readonly Azurite _azurite;
    private readonly DirectoryInfo _folder;
    private readonly IHost _host;
    private readonly SocketsHttpHandler _connections = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly VirtualClock? _clock;
    private IDisposable? _standstill;

    private RunningApp(Azurite azurite, DirectoryInfo folder, HttpPipelinePolicy? policy, string[] settings)
    {
        _azurite = azurite;
        _folder = folder;
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
        [
            "--Emulator:Assembly=MicroCred.App",
            "--Emulator:Url=http://127.0.0.1:0",
            $"--Emulator:DataPath={folder.FullName}",
            $"--Notifications:OutboxPath={Outbox}",
            $"--AzureWebJobsStorage={azurite.ConnectionString}",
            .. settings.Contains(OnVirtualClock) ? [$"--{SweptDaily}"] : Array.Empty<string>(),
            .. settings.Select(setting => $"--{setting}"),
        ]);
        builder.Logging.ClearProviders();
        builder.ConfigureFunctionsWebApplication();
        builder.AddMicroCred();
        if (policy is not null)
        {
            builder.Services.AddSingleton(policy);
        }

        _host = builder.Build();
        _clock = Get<TimeProvider>() as VirtualClock;
        _standstill = _clock?.Hold();
        TableServiceClient tables = new(azurite.ConnectionString);
        Cases = new Cases(tables);
        Worklists = new Worklists(tables);
    }

    /// <summary>The applications, read past the app, so that looking doesn't count among its requests.</summary>
    public Cases Cases { get; }

    /// <summary>The lists, past the app too.</summary>
    public Worklists Worklists { get; }

    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>The folder that letters are written to.</summary>
    public string Outbox => Path.Combine(_folder.FullName, "outbox");

    /// <param name="settings">Settings as <c>name=value</c>.</param>
    public static Task<RunningApp> Start(params string[] settings) => Start(null, settings);

    /// <param name="policy">What all of the app's requests to storage pass, each try of them.</param>
    /// <param name="settings">Settings as <c>name=value</c>.</param>
    public static async Task<RunningApp> Start(HttpPipelinePolicy? policy, params string[] settings)
    {
        Azurite azurite = await Azurite.StartAsync();
        try
        {
            RunningApp app = new(azurite, Directory.CreateTempSubdirectory("microcred-app-test-"), policy, settings);
            await app._host.StartAsync();
            return app;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A client that is signed in as a local persona.</summary>
    public HttpClient As(string persona)
    {
        HttpClient client = new(_connections, disposeHandler: false)
        {
            BaseAddress = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", persona);
        return client;
    }

    /// <summary>Waits until an application is as the test needs it.</summary>
    public async Task<Application> Until(ApplicationId id, Func<Application, bool> reached)
    {
        Application? now = null;
        await Patience.Until(
            async () => (now = (await Cases.Find(id, default))?.Application) is not null && reached(now),
            () => $"Application {id} is still {now?.Status}, at revision {now?.Revision}.");
        return now!;
    }

    /// <summary>Lets the virtual clock go on to whatever is due next, again and again, until an application is as the test needs it.</summary>
    public async Task<Application> LetTimePassUntil(ApplicationId id, Func<Application, bool> reached)
    {
        _standstill!.Dispose();
        try
        {
            return await Until(id, reached);
        }
        finally
        {
            _standstill = _clock!.Hold();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _standstill?.Dispose();
        await _host.StopAsync();
        _host.Dispose();
        _connections.Dispose();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
