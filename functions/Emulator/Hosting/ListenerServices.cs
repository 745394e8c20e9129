using MicroCred.Emulator.Queues;
using MicroCred.Emulator.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MicroCred.Emulator.Hosting;

/// <summary>What brings queue messages and due timers to functions.</summary>
internal static class ListenerServices
{
    public static void Add(IServiceCollection services, FunctionApp app)
    {
        services.AddSingleton(QueueOptions.From(app.HostJson));
        services.AddSingleton<QueueBell>();
        services.TryAddSingleton<ITimerMemory>(app.Settings.DurableStore == DurableStore.Memory
            ? new NoTimerMemory()
            : new FileTimerMemory(Path.Combine(app.Settings.DataPath, "timers")));
        services.AddSingleton<ListenerFactory>();
        services.AddSingleton(provider => provider.GetRequiredService<ListenerFactory>().Make());
    }
}
