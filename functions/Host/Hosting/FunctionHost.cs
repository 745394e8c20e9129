using System.Diagnostics;
using System.Net;
using MicroCred.Host.Functions;
using MicroCred.Host.Http;
using MicroCred.Host.Identity;
using MicroCred.Host.Storage;
using MicroCred.Host.Worker;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MicroCred.Host.Hosting;

/// <summary>
/// Starts everything in order: storage, the server for workers, the worker, the job host, the public server. Stops in reverse order.
/// </summary>
internal sealed class FunctionHost(FunctionApp app, HostSettings settings, ILoggerProvider log) : IAsyncDisposable
{
    /// <summary>
    /// Makes the durable engine record an orchestration's trace and pass it to the activities, as the Functions host does since June 2025
    /// [Azure/azure-functions-host, issue 11136]. The engine's own spans aren't exported.
    /// </summary>
    private static readonly ActivityListener Tracing = new()
    {
        ShouldListenTo = source => source.Name is "DurableTask.Core" or "WebJobs.Extensions.DurableTask",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly Stack<Func<ValueTask>> _stops = new();
    private readonly ILoggerFactory _loggers =
        LoggerFactory.Create(logging => logging.AddConfiguration(app.HostJson.GetSection("logging")).AddProvider(log));

    /// <summary>Starts everything and returns the address and the number of functions.</summary>
    /// <exception cref="StartupException">A fault makes starting impossible.</exception>
    /// <exception cref="AzuriteException">Storage can't be started.</exception>
    public async Task<(string Url, int Functions)> StartAsync(CancellationToken cancellationToken)
    {
        // Extensions and engine read these from this process's environment.
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated");
        Environment.SetEnvironmentVariable("WEBSITE_HOSTNAME", new Uri(settings.Url).Authority);
        Environment.SetEnvironmentVariable("WEBSITE_CURRENT_STAMPNAME", settings.InstanceId);
        Environment.SetEnvironmentVariable("RoleInstanceId", settings.InstanceId);
        if (string.Equals(app.HostJson["telemetryMode"], "OpenTelemetry", StringComparison.OrdinalIgnoreCase))
            ActivitySource.AddActivityListener(Tracing);
        await StartStorageAsync(cancellationToken);

        Workers workers = new(app, _loggers);
        Dispatcher.Workers = workers;
        var rpc = await ServeWorkersAsync(workers, cancellationToken);
        _stops.Push(workers.DisposeAsync);
        var extensionsLoaded = Task.Run(() => new AppExtensions(app), cancellationToken);
        var functions = (await workers.StartAsync(rpc, cancellationToken)).Functions.Values.ToList();
        var extensions = await extensionsLoaded;

        List<string> faults = [];
        TriggerKinds kinds = new(extensions.Find);
        faults.AddRange(functions.Where(function => !function.IsHttp && kinds.Find(function.TriggerType) is null).Select(function =>
            $"{function.Name}: the Host serves no {function.TriggerType}, or the app was built without its extension."));
        RouteTable routes = new(functions, app.HostJson["extensions:http:routePrefix"] ?? "api", faults);
        var personas = Persona.Read(app.Folder, faults);
        if (faults.Count > 0)
            throw new StartupException(faults);

        await StartJobsAsync(new JobHosts(app, extensions, new EmittedFunctions(functions, kinds), log, _loggers), cancellationToken);
        return (await ServePeopleAsync(workers, routes, personas, cancellationToken), functions.Count);
    }

    public async ValueTask DisposeAsync()
    {
        while (_stops.TryPop(out var stopNext))
            await stopNext();
        _loggers.Dispose();
    }

    private async Task StartStorageAsync(CancellationToken cancellationToken)
    {
        if (app.Settings["AzureWebJobsStorage"] is not { } connectionString || LocalAccount.Of(connectionString) is not { } account)
            return;
        if (await Azurite.StartWhereNoneListensAsync(Path.Combine(settings.DataPath, "azurite"), account, cancellationToken) is { } azurite)
            _stops.Push(azurite.DisposeAsync);
    }

    private async Task StartJobsAsync(JobHosts jobs, CancellationToken cancellationToken)
    {
        _stops.Push(jobs.DisposeAsync);
        try
        {
            await jobs.StartAsync(cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Extensions validate host.json and their settings, and report faults by exceptions of any type.
            throw new StartupException([$"The app's extensions don't start: {fault.GetBaseException().Message}"]);
        }
    }

    private async Task<Uri> ServeWorkersAsync(Workers workers, CancellationToken cancellationToken)
    {
        var builder = Quiet();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton(workers).AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var server = builder.Build();
        server.MapGrpcService<WorkerRpc>();
        return new Uri(await StartAsync(server, cancellationToken));
    }

    private async Task<string> ServePeopleAsync(Workers workers, RouteTable routes, IReadOnlyList<Persona> personas, CancellationToken cancellationToken)
    {
        var builder = Quiet();
        builder.Configuration.AddConfiguration(app.Settings);
        builder.WebHost.UseUrls(settings.Url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton(workers).AddSingleton(personas).AddSingleton<FunctionForwarder>().AddReverseProxy();

        // So that another site can't reach the app through a host name that resolves to this machine.
        builder.Services.Configure<HostFilteringOptions>(options =>
            (options.AllowedHosts, options.AllowEmptyHosts, options.IncludeFailureMessage) = (["localhost", "127.0.0.1", "[::1]"], false, false));
        var server = builder.Build();
        server.UseHostFiltering();
        server.UseMiddleware<IdentityEdge>();
        server.Use(routes.MatchAsync);
        server.UseMiddleware<HostPages>();
        server.Run(server.Services.GetRequiredService<FunctionForwarder>().InvokeAsync);
        try
        {
            return await StartAsync(server, cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new StartupException([$"{settings.Url} is taken. End what serves there, or say with Host:Url where to serve instead."]);
        }
    }

    private WebApplicationBuilder Quiet()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).AddFilter(level => level >= LogLevel.Warning);
        return builder;
    }

    /// <summary>Starts a server, registers it to be stopped, and returns its address.</summary>
    private async Task<string> StartAsync(WebApplication server, CancellationToken cancellationToken)
    {
        _stops.Push(async () =>
        {
            await server.StopAsync(CancellationToken.None);
            await server.DisposeAsync();
        });
        await server.StartAsync(cancellationToken);
        return server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }
}
