using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Settings;

/// <summary>Registers what stands around the app, and the figures that it works with.</summary>
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
