using System.Net;
using MicroCred.Host.Extensions;
using MicroCred.Host.Functions;
using MicroCred.Host.Http;
using MicroCred.Host.Identity;
using MicroCred.Host.Storage;
using MicroCred.Host.Worker;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MicroCred.Host.Hosting;

/// <summary>
/// Everything in the order in which it starts: storage, the server that the worker calls, the worker, the job host, the server for people.
/// It stops in the opposite order.
/// </summary>
internal sealed class FunctionHost(FunctionApp app, HostSettings settings, string[] arguments, IConfiguration hostJson, HostLog log) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _started = new();
    private readonly ILoggerFactory _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));

    /// <summary>Starts all and returns where it serves and how many functions.</summary>
    /// <exception cref="StartupException">Something is wrong that a start can't get over.</exception>
    public async Task<(string Url, int Functions)> StartAsync(CancellationToken stop)
    {
        HostEnvironment.Prepare(settings);
        var configuration = HostEnvironment.Settings(app, arguments);
        await StartStorageAsync(configuration["AzureWebJobsStorage"], stop);

        Workers workers = new(app, _loggers);
        Dispatcher.Workers = workers;
        var rpc = await ServeWorkersAsync(workers, stop);
        _started.Push(workers);
        var extensionsLoaded = Task.Run(() => new AppExtensions(app), stop);
        var worker = await workers.StartAsync(rpc, HostEnvironment.ForWorker(app, arguments), stop);
        var extensions = await extensionsLoaded;

        List<string> faults = [];
        TriggerKinds kinds = new(extensions.Find);
        FunctionChecks.Run(worker.Functions.Values, kinds, faults);
        RouteTable routes = new(worker.Functions.Values, hostJson["extensions:http:routePrefix"] ?? "api", faults);
        var personas = Personas.Read(app.Folder, faults);
        if (faults.Count > 0)
            throw new StartupException(faults);

        EmittedFunctions functions = new(worker.Functions.Values, kinds);
        await StartJobsAsync(extensions, functions, configuration, stop);
        return (await ServePeopleAsync(workers, routes, personas, configuration, stop), worker.Functions.Count);
    }

    public async ValueTask DisposeAsync()
    {
        while (_started.TryPop(out var started))
            await started.DisposeAsync();
        _loggers.Dispose();
    }

    private async Task StartStorageAsync(string? connectionString, CancellationToken stop)
    {
        if (connectionString is null || LocalAccount.Of(connectionString) is not { } account)
            return;
        try
        {
            if (await Azurite.StartWhereNoneListensAsync(Path.Combine(settings.DataPath, "azurite"), account, stop) is { } azurite)
                _started.Push(azurite);
        }
        catch (AzuriteException fault)
        {
            throw new StartupException([fault.Message]);
        }
    }

    private async Task StartJobsAsync(AppExtensions extensions, EmittedFunctions functions, IConfiguration configuration, CancellationToken stop)
    {
        try
        {
            var hostId = app.Name.ToLowerInvariant().Replace('.', '-');
            JobHosts jobs = new(
                handlers => JobHosting.Build(app, extensions, functions, configuration, hostId, handlers, log), _loggers.CreateLogger<JobHosts>());

            // Functions have the durable client by way of a method that is called for no other reason.
            if (functions.DurableClientMethod is { } method)
                Dispatcher.AskForDurableClient = () => jobs.Current.CallAsync(method);
            await jobs.StartAsync(stop);
            _started.Push(jobs);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // Extensions judge host.json and their own settings, and say so by exceptions of any kind.
            throw new StartupException([$"The app's extensions don't start: {fault.GetBaseException().Message}"]);
        }
    }

    private async Task<Uri> ServeWorkersAsync(Workers workers, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).AddFilter(level => level >= LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton(workers);
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var server = builder.Build();
        server.MapGrpcService<WorkerRpc>();
        await server.StartAsync(stop);
        _started.Push(new Stopping(server));
        return new Uri(AddressOf(server));
    }

    private async Task<string> ServePeopleAsync(Workers workers, RouteTable routes, Personas personas, IConfiguration configuration, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).AddFilter(level => level >= LogLevel.Warning);
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton(workers).AddSingleton(routes).AddSingleton(personas).AddSingleton(settings);
        builder.Services.AddSingleton<SignIn>().AddSingleton<FunctionKeys>().AddHttpForwarder();
        var server = builder.Build();
        server.UseMiddleware<ServedHosts>();
        server.UseMiddleware<IdentityEdge>();
        server.UseMiddleware<HostPages>();
        server.UseMiddleware<FunctionForwarder>();
        try
        {
            await server.StartAsync(stop);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartupException([$"{settings.Url} is taken. End what serves there, or say with Host:Url where to serve instead."]);
        }

        _started.Push(new Stopping(server));
        return AddressOf(server);
    }

    private static string AddressOf(WebApplication server) =>
        server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private sealed class Stopping(IHost host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
