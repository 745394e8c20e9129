using MicroCred.App.Commands;
using MicroCred.App.Submission.Uploads;
using MicroCred.Approval;
using MicroCred.Inspection.Zip;

namespace MicroCred.App.Submission.Packages;

/// <summary>
/// The files of an application in a package: application.json and the documents beside it, and no others where it lists them. A package of
/// one application has them at its top or, as when a folder is zipped, in one folder around everything; one of several has a folder for
/// each.
/// </summary>
internal sealed class PackageFiles
{
    private const string ManifestName = "application.json";

    /// <summary>The most applications in a package.</summary>
    public const int Most = 50;

    private readonly string _folder;
    private readonly ZippedFile? _manifest;
    private readonly List<ZippedFile> _documents;

    private PackageFiles(IEnumerable<ZippedFile> files, string folder)
    {
        _folder = folder;
        List<ZippedFile> own = [.. files.Where(file => file.FullName.StartsWith(folder, StringComparison.Ordinal))];
        _manifest = own.Find(file => NameOf(file).Equals(ManifestName, StringComparison.OrdinalIgnoreCase));
        _documents = [.. own.Where(file => file != _manifest)];
    }

    /// <summary>The applications of a package, in the order of their folders' names; one without folders is the only one.</summary>
    /// <exception cref="RefusedException">There is no application.json where one should be, or there are too many applications.</exception>
    public static IReadOnlyList<PackageFiles> In(SafeZip zip)
    {
        List<ZippedFile> files = [.. zip.Files.Where(file => !IsLitter(file.FullName))];
        var around = "";
        while (true)
        {
            PackageFiles whole = new(files, around);
            if (whole._manifest is not null)
            {
                return [whole];
            }

            var folders = files.Select(file => FolderIn(file.FullName, around)).Distinct().Order(StringComparer.Ordinal).ToList();
            if (folders is [{ } only])
            {
                around = only;
                continue;
            }

            List<PackageFiles> applications = folders.Contains(null) ? [] : [.. folders.Select(folder => new PackageFiles(files, folder!))];
            return !applications.Exists(application => application._manifest is not null)
                    ? throw Invalid("There is no application.json at the top of the package.")
                : applications.Count > Most ? throw Invalid($"A package may have {Most} applications.")
                : applications;
        }
    }

    /// <summary>The folder's name; empty for files at the top.</summary>
    public string Folder => Path.GetFileName(_folder.TrimEnd('/'));

    /// <summary>
    /// The limits for a package: all documents that an application may have, or fewer of several, and room for files that systems add by
    /// themselves.
    /// </summary>
    public static ZipLimits Limits { get; } =
        new()
        {
            Entries = 3 * DocumentLimits.Count,
            Entry = DocumentLimits.Together,
            Together = DocumentLimits.Together + PackageUpload.Around,
        };

    /// <summary>The file application.json.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public ZippedFile Manifest => _manifest ?? throw Invalid("There is no application.json in the folder.");

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

    /// <summary>The folder, with its slash, that a file within a folder lies in; null where it lies in none.</summary>
    private static string? FolderIn(string path, string around) =>
        path.IndexOf('/', around.Length) is >= 0 and var end ? path[..(end + 1)] : null;

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
