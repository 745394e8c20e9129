using System.Reflection;

namespace MicroCred.Infra.Tests;

/// <summary>The files that the tests compare the template with.</summary>
internal static class Repository
{
    /// <summary>What the project file says of where things are.</summary>
    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;

    public static string PathOf(string file) => Path.Combine(Metadata("Repository"), file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));
}
