using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Settings;

/// <summary>Registers the options for the hosting environment and the rules.</summary>
internal static class PlatformRegistration
{
    public static IServiceCollection AddPlatform(this IServiceCollection services) =>
        services
            .AddSingleton<SettingsCheck>()
            .AddSettings<PlatformOptions>()
            .AddSettings<SiteOptions>()
            .AddSettings<RuleOptions>()
            .AddSingleton<Site>()
            .AddSingleton<RuleSettings>();
}
