using MicroCred.App.Commands;
using MicroCred.App.Submission.Uploads;
using MicroCred.Approval;
using MicroCred.Inspection;
using MicroCred.Inspection.Zip;

namespace MicroCred.App.Submission.Packages;

/// <summary>Receives a package and opens it.</summary>
internal sealed class PackageUpload(IncomingDocuments incoming)
{
    /// <summary>The maximum size of a package beyond its documents, in bytes.</summary>
    public const long Around = 1 << 20;

    /// <summary>The maximum size of a package, in bytes.</summary>
    public const long Largest = DocumentLimits.Together + Around;

    /// <summary>The message for a larger one.</summary>
    public static readonly string TooLarge = $"A package may have {DocumentLimits.Together >> 20} MiB at most.";

    /// <summary>The package, opened; none of its applications has been looked at yet. To be disposed of.</summary>
    /// <param name="receive">Writes the zip to a file.</param>
    /// <exception cref="RefusedException">It isn't a zip, the zip is broken or hostile, or it holds no application.</exception>
    public async Task<ReceivedPackage> ReadAsync(Func<Stream, Task> receive)
    {
        var file = TempFile.Create();
        try
        {
            await receive(file);
            return Open(file);
        }
        catch (ZipRefusedException zip)
        {
            await file.DisposeAsync();
            throw Refused(zip);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    internal static RefusedException Refused(ZipRefusedException zip) =>
        new(zip.Fault == ZipFault.Bomb ? RefusalKind.Invalid : RefusalKind.Malformed, $"The package {zip.Message}.");

    private ReceivedPackage Open(FileStream file)
    {
        if (!ContentKinds.IsZip(file))
        {
            throw new RefusedException(RefusalKind.WrongType, "The package isn't a zip file.");
        }

        var zip = SafeZip.Open(file, PackageFiles.Limits);
        try
        {
            return new ReceivedPackage(file, zip, PackageFiles.In(zip), incoming);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }
}
