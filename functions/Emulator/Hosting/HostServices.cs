using System.Text.Json;
using MicroCred.Emulator.Functions;
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
        services.AddSingleton<DisabledFunctions>();
        services.AddSingleton<FunctionMethods>();
        services.AddSingleton<InvocationPipeline>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<WorkerOptions>, DefaultSerializer>());
        Clocks.Add(services, app.Settings);
        HttpServices.Add(services, app);
        ListenerServices.Add(services, app);
        services.AddSingleton(DurableServices.Engine);

        services.AddSingleton(_ => storage);
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<AddressCheck>(provider, app.Settings)));
        services.Insert(1, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<StorageService>()));
        services.AddHostedService<RuntimeService>();
    }
}
