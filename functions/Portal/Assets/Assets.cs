using System.Text.RegularExpressions;

namespace MicroCred.Portal;

/// <summary>
/// The files that the pages refer to. Their addresses change with their content, so that browsers may keep them for good.
/// </summary>
public static partial class Assets
{
    /// <summary>The folder of the site that they are served from.</summary>
    public const string Folder = "/assets/";

    private const string Prefix = "assets/";

    private static readonly Dictionary<string, Asset> ByName = typeof(Assets)
        .Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(resource => resource[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>A file's address today, such as <c>/assets/portal.1f3d5b7a90c2e4f6.css</c>.</summary>
    /// <param name="name">Its name, such as <c>portal.css</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static string PathOf(string name) => Folder + ByName[name].FileName;

    /// <summary>
    /// The file that an address asks for; null where there is none. A page that was published by an earlier build asks for that build's
    /// file: it gets today's, which is not the one of its <see cref="Asset.FileName"/>.
    /// </summary>
    /// <param name="fileName">The part of the address after <see cref="Folder"/>, with a fingerprint or without.</param>
    public static Asset? Find(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return ByName.GetValueOrDefault(OfAnyBuild().Replace(fileName, "${extension}"));
    }

    private static Asset Read(string resource)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(resource[Prefix.Length..], content);
    }

    [GeneratedRegex(@"\.[0-9a-f]{8,64}(?<extension>\.[a-z0-9]+)$")]
    private static partial Regex OfAnyBuild();
}
