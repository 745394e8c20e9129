using MicroCred.App.Notices;
using MicroCred.App.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Pipeline;

internal static class PipelineRegistration
{
    public static IServiceCollection AddPipeline(this IServiceCollection services) =>
        services
            .AddSingleton<Deadlines>()
            .AddSingleton<Reminders>()
            .AddSingleton<Orchestrations>()
            .AddSingleton<ApplicationMetrics>()
            .AddSingleton<LetterWriter>()
            .AddSingleton<TransitionWriter>()
            .AddSingleton<LastingFailures>()
            .AddSingleton<ActivityRunner>();
}
