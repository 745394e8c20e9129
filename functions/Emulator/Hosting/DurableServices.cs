using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Durable.Stores;
using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Orchestrations;
using MicroCred.Emulator.Storage;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MicroCred.Emulator.Hosting;

/// <summary>Makes the engine of the app's orchestrations.</summary>
internal static class DurableServices
{
    public static EngineOptions Options(FunctionApp app) =>
        app.HostJson.GetSection("extensions:durableTask").Get<EngineOptions>() ?? new EngineOptions();

    public static DurableEngine Engine(IServiceProvider services)
    {
        var app = services.GetRequiredService<FunctionApp>();
        var options = Options(app);
        return new DurableEngine(
            Store(app, SettingReferences.Resolve(options.HubName, services.GetRequiredService<IConfiguration>())!),
            new FunctionRunner(app.Functions, services),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!,
            services.GetRequiredService<ILoggerFactory>(),
            options);
    }

    private static IInstanceStore Store(FunctionApp app, string hubName) => app is { IsDurable: true, Settings.DurableStore: DurableStore.Tables }
        ? new TableInstanceStore(HostStorage.Tables(app.StorageConnection!, "orchestrations"), hubName)
        : new MemoryInstanceStore();
}
