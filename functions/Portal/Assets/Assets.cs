using System.Security.Cryptography;

namespace MicroCred.Portal;

/// <summary>The files that the pages refer to, by their path below <see cref="Folder"/>.</summary>
public static class Assets
{
    /// <summary>The folder of the site that they are served from.</summary>
    public const string Folder = "/assets/";

    private const string Prefix = "assets/";

    private static readonly Dictionary<string, Asset> ByName = typeof(Assets)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>The file, such as <c>portal.css</c>; null where there is none.</summary>
    public static Asset? Get(string path) => ByName.GetValueOrDefault(path);

    private static Asset Read(string name)
    {
        using var resource = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return new Asset(content, Asset.TypeOf(name), $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
    }
}
