using System.Reflection;

namespace MicroCred.Host.Storage;

/// <summary>Where the build has put Azurite: beside its package.json, the place of which it notes in this assembly.</summary>
internal static class AzuriteInstallation
{
    private static readonly string Folder = typeof(AzuriteInstallation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AzuriteFolder").Value!;

    public static string Script => Directory.Exists(Path.Combine(Folder, "node_modules", "azurite"))
        ? Path.Combine(Folder, "run.js")
        : throw new AzuriteException($"Azurite isn't installed in {Folder}. Build the Host again, or run: npm ci --prefix {Folder}");
}
