using System.Text.Json;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Http;
using MicroCred.Emulator.Identity;
using MicroCred.Emulator.Queues;
using MicroCred.Emulator.Timers;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace MicroCred.Emulator.Hosting;

/// <summary>The services of this host, around those of the app.</summary>
internal static class HostServices
{
    /// <summary>What the app may override, and what has to be outside of what it adds.</summary>
    public static void AddBeforeApp(WebApplicationBuilder web)
    {
        web.WebHost.UseKestrelCore();
        web.Services.AddRouting();
        web.Services.AddOptions<JsonSerializerOptions>().Configure(json => json.PropertyNameCaseInsensitive = true);
        web.Services.AddSingleton<IStartupFilter, Edge>();
        web.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        web.Logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName).AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>()
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning)
            .AddConfiguration(web.Configuration.GetSection("Logging"));
    }

    /// <summary>What depends on the app, and what has to start before or after what it adds.</summary>
    public static void AddAfterApp(WebApplicationBuilder web, FunctionApp app, StorageService storage)
    {
        var development = web.Environment.IsDevelopment();
        web.Host.UseDefaultServiceProvider(services => services.ValidateScopes = services.ValidateOnBuild = development);
        web.Logging.AddConfiguration(app.HostJson.GetSection("logging"));
        web.WebHost.UseUrls(app.Settings.Url);

        var services = web.Services;
        services.AddSingleton(app);
        services.AddSingleton(app.Functions);
        services.AddSingleton(app.Http);
        services.AddSingleton(QueueOptions.From(app.HostJson));
        services.AddSingleton(Personas.Read(app.Folder));
        services.AddSingleton<SignIn>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<DisabledFunctions>();
        services.AddSingleton(new RouteTable([.. app.Functions
            .Where(function => function.Kind == FunctionKind.Http).Select(function => new FunctionRoute(function, app.Http.RoutePrefix))]));
        services.AddSingleton<FunctionMethods>();
        services.AddSingleton<InvocationPipeline>();
        services.AddSingleton<RequestGate>();
        services.AddSingleton<QueueBell>();
        services.TryAddSingleton<ITimerMemory>(app.Settings.DurableStore == DurableStore.Memory
            ? new NoTimerMemory()
            : new FileTimerMemory(Path.Combine(app.Settings.DataPath, "timers")));
        services.AddSingleton<ListenerFactory>();
        services.AddSingleton(provider => provider.GetRequiredService<ListenerFactory>().Make());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<WorkerOptions>, DefaultSerializer>());
        Clocks.Add(services, app.Settings);
        services.AddSingleton(DurableServices.Engine);

        services.AddSingleton(_ => storage);
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(new AddressCheck(app.Settings)));
        services.Insert(1, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<StorageService>()));
        services.AddHostedService<RuntimeService>();
    }
}
