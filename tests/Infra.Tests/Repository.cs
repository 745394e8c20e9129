using System.Reflection;

namespace MicroCred.Infra.Tests;

/// <summary>The files that the template is compared with.</summary>
internal static class Repository
{
    /// <summary>A path from the project file's assembly metadata.</summary>
    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    public static string PathOf(string file) => Path.Combine(Metadata("Repository"), file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));
}
