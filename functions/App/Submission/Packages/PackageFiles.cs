using MicroCred.App.Commands;
using MicroCred.App.Submission.Uploads;
using MicroCred.Approval;
using MicroCred.Inspection.Zip;

namespace MicroCred.App.Submission.Packages;

/// <summary>
/// The files of a package: application.json and the documents beside it, and no others where it lists them. One folder around everything,
/// as when a folder is zipped, is ignored.
/// </summary>
internal sealed class PackageFiles
{
    private const string ManifestName = "application.json";

    private readonly string _folder;
    private readonly List<ZippedFile> _documents;

    /// <exception cref="RefusedException">There is no application.json.</exception>
    public PackageFiles(SafeZip zip)
    {
        var files = zip.Files.Where(file => !IsLitter(file.FullName)).ToList();
        _folder = FolderAround(files);
        Manifest = files.Find(file => NameOf(file).Equals(ManifestName, StringComparison.OrdinalIgnoreCase))
            ?? throw Invalid("There is no application.json at the top of the package.");
        _documents = [.. files.Where(file => file != Manifest)];
    }

    /// <summary>
    /// The limits for a package: all documents that an application may have, and room for files that systems add by themselves.
    /// </summary>
    public static ZipLimits Limits { get; } =
        new()
        {
            Entries = 3 * DocumentLimits.Count,
            Entry = DocumentLimits.Together,
            Together = DocumentLimits.Together + PackageUpload.Around,
        };

    /// <summary>The file application.json.</summary>
    public ZippedFile Manifest { get; }

    /// <summary>A document's file by its name in application.json.</summary>
    public ZippedFile Find(string name)
    {
        var plain = ZipNames.Plain(name);
        return _documents.First(file => NameOf(file) == plain);
    }

    /// <summary>Every file as a document, with the kind derived from its name.</summary>
    public IReadOnlyList<PackagedDocument> ByName() =>
        [.. _documents.Select(NameOf).Select(name => new PackagedDocument(DocumentKinds.ByFileName(name), name))];

    /// <exception cref="RefusedException">
    /// A listed document's file is missing, a file isn't listed, or the files are too large together.
    /// </exception>
    public void Check(IReadOnlyList<PackagedDocument> documents)
    {
        var named = documents.Select(document => ZipNames.Plain(document.File)).ToHashSet(StringComparer.Ordinal);
        var there = _documents.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var (missing, extra) = (named.Except(there).FirstOrDefault(), there.Except(named).FirstOrDefault());
        if (missing is not null)
        {
            throw Invalid(
                $"application.json names the file {missing}, which isn't in the package."
                    + (
                        extra is null
                            ? " Put it in, or take it out of the list."
                            : $" There is a file {extra}, which it doesn't name: give both the same name."
                    )
            );
        }

        if (extra is not null)
        {
            throw Invalid($"The package has a file {extra}, which application.json doesn't name.");
        }

        if (_documents.Sum(file => file.Length) > Limits.Together)
        {
            throw new RefusedException(
                RefusalKind.TooLarge,
                $"An application's documents may have {DocumentLimits.Together >> 20} MiB together."
            );
        }
    }

    /// <summary>The folder that contains everything, with its slash, where application.json is in it; empty where there is none.</summary>
    private static string FolderAround(List<ZippedFile> files)
    {
        if (files.Count == 0 || files[0].FullName.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return "";
        }

        var folder = files[0].FullName[..(end + 1)];
        return
            files.TrueForAll(file => file.FullName.StartsWith(folder, StringComparison.Ordinal))
            && files.Exists(file => file.FullName.Equals(folder + ManifestName, StringComparison.OrdinalIgnoreCase))
            ? folder
            : "";
    }

    // Files that macOS, Windows, Word and LibreOffice add to zips and folders unasked.
    private static bool IsLitter(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || path.Contains("/__MACOSX/", StringComparison.Ordinal)
        || Path.GetFileName(path) is var name
            && (
                name is ".DS_Store" or "Thumbs.db" or "desktop.ini"
                || name.StartsWith("._", StringComparison.Ordinal)
                || name.StartsWith("~$", StringComparison.Ordinal)
                || (name.StartsWith(".~lock.", StringComparison.Ordinal) && name.EndsWith('#'))
            );

    private static RefusedException Invalid(string detail) => new(RefusalKind.Malformed, detail);

    private string NameOf(ZippedFile file) => file.FullName[_folder.Length..];
}
