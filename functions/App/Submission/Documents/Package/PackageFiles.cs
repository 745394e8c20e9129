using System.IO.Compression;
using MicroCred.App.Commands;
using MicroCred.Approval;

namespace MicroCred.App.Submission.Documents;

/// <summary>The zip of a package: application.json and the documents beside it, and nothing besides those where it lists them.</summary>
internal static class PackageFiles
{
    public const string ManifestName = "application.json";

    /// <summary>
    /// What a package may hold: all documents that an application may have, and room for what systems put in by themselves.
    /// </summary>
    public static ZipLimits Limits { get; } = new()
    {
        Entries = 3 * DocumentLimits.Count,
        Entry = DocumentLimits.Together,
        Together = DocumentLimits.Together + PackageUpload.Around,
    };

    /// <exception cref="RefusedException">There is none.</exception>
    public static ZipArchiveEntry Manifest(SafeZip zip) =>
        zip.Files.FirstOrDefault(file => file.FullName == ManifestName) ?? throw Invalid("There is no application.json at the top of the package.");

    /// <summary>Every file as a document, of the kind that its name tells.</summary>
    public static IReadOnlyList<PackagedDocument> ByName(SafeZip zip) =>
        [.. FilesOf(zip).Select(name => new PackagedDocument(DocumentKinds.ByFileName(name), name))];

    /// <exception cref="RefusedException">A document's file isn't there, or a file is there that no document is said to be, or they are too large together.</exception>
    public static void Check(SafeZip zip, IReadOnlyList<PackagedDocument> documents)
    {
        var named = documents.Select(document => document.File).ToHashSet(StringComparer.Ordinal);
        var there = FilesOf(zip).ToHashSet(StringComparer.Ordinal);
        if (named.Except(there).FirstOrDefault() is { } missing)
            throw Invalid($"application.json names the file {missing}, which isn't in the package.");
        if (there.Except(named).FirstOrDefault() is { } extra)
            throw Invalid($"The package has a file {extra}, which application.json doesn't name.");
        if (zip.Files.Sum(file => file.Length) > Limits.Together)
            throw new RefusedException(RefusalKind.TooLarge, $"An application's documents may have {DocumentLimits.Together >> 20} MiB together.");
    }

    private static IEnumerable<string> FilesOf(SafeZip zip) =>
        zip.Files.Select(file => file.FullName).Where(name => name != ManifestName && !IsLitter(name));

    // What macOS and Windows add to zips and folders without being asked.
    private static bool IsLitter(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(name) is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static RefusedException Invalid(string detail) => new(RefusalKind.Malformed, detail);
}
