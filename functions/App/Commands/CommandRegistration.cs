using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Commands;

internal static class CommandRegistration
{
    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services.AddSingleton<ApplicationReader>().AddSingleton<CommandCommit>().AddSingleton<CommandRunner>();
}
