using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Hosting;

/// <summary>The configuration that an app finds, each source overriding the ones before it.</summary>
internal static class AppConfiguration
{
    public static void Read(ConfigurationManager configuration, string folder, string environment, string[] args) => configuration
        // Safe here, because the edge of this host sets the principal itself and lets none in from outside.
        .AddInMemoryCollection([new("Identity:TrustPlatformPrincipal", "true")])
        .AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(folder, $"appsettings.{environment}.json"), optional: true)
        .AddInMemoryCollection(LocalSettings.Read(Path.Combine(folder, "local.settings.json")))
        .AddEnvironmentVariables()
        .AddCommandLine(args);
}
