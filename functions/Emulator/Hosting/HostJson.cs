using Microsoft.Extensions.Configuration;

namespace MicroCred.Emulator.Hosting;

/// <summary>
/// The app's host.json. As on the real host, a setting <c>AzureFunctionsJobHost__path__of__the__value</c> overrides a value in it.
/// </summary>
internal static class HostJson
{
    public static IConfiguration Read(string folder, IConfiguration settings) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(folder, "host.json"), optional: true)
        .AddInMemoryCollection(settings.GetSection("AzureFunctionsJobHost").AsEnumerable(makePathsRelative: true))
        .Build();
}
