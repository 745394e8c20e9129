using MicroCred.Emulator.Durable.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MicroCred.Emulator.Hosting;

/// <summary>Gives the app its time.</summary>
internal static class Clocks
{
    public static void Add(IServiceCollection services, EmulatorSettings settings)
    {
        // An app that brings the system's time for Azure gets the virtual one all the same when that is asked for.
        if (settings.Clock == ClockKind.Virtual)
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new VirtualClock(settings.ClockStart)));
        else
            services.TryAddSingleton(TimeProvider.System);
    }
}
