using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Submission.Uploads;
using MicroCred.Approval;
using MicroCred.Inspection.Zip;

namespace MicroCred.App.Submission.Packages;

/// <summary>A package that was received: one application, or a folder for each of several. To be disposed of.</summary>
internal sealed class ReceivedPackage(Stream file, SafeZip zip, IReadOnlyList<PackageFiles> applications, IncomingDocuments incoming)
    : IAsyncDisposable
{
    public IReadOnlyList<PackageFiles> Applications => applications;

    /// <summary>An application with its list checked; its documents haven't been inspected yet. To be disposed of.</summary>
    /// <exception cref="RefusedException">There is no application.json, or it or its list is malformed.</exception>
    public ApplicationPackage Open(PackageFiles files)
    {
        try
        {
            var manifest = PackageManifest.Read(Bytes(files.Manifest));
            var documents = manifest.Documents ?? files.ByName();
            files.Check(documents);
            return new ApplicationPackage(zip, files, manifest.Application, documents, incoming);
        }
        catch (ZipRefusedException refused)
        {
            throw PackageUpload.Refused(refused);
        }
    }

    public ValueTask DisposeAsync()
    {
        zip.Dispose();
        return file.DisposeAsync();
    }

    private byte[] Bytes(ZippedFile manifest)
    {
        using var content = zip.Read(manifest);
        var bytes = new byte[RequestBody.Limit + 1];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= RequestBody.Limit
            ? bytes[..length]
            : throw new RefusedException(RefusalKind.TooLarge, $"application.json may have {RequestBody.Limit / 1024} KiB.");
    }
}
