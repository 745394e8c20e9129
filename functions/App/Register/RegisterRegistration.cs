using MicroCred.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Register;

internal static class RegisterRegistration
{
    public static IServiceCollection AddRegister(this IServiceCollection services) =>
        services
            .AddSettings<RegisterOptions>()
            .AddSingleton<ImportFiles>()
            .AddSingleton<ImportedNumbers>()
            .AddSingleton<RegisterLog>()
            .AddSingleton<RegisterIndex>()
            .AddSingleton<SearchIndex>()
            .AddSingleton<RegisterDocuments>()
            .AddSingleton<RegisterHistory>()
            .AddHostedService<SearchWarmUp>()
            .AddSingleton<RegisterStore>()
            .AddSingleton<RegisterFiles>()
            .AddSingleton<Listings>();
}
