using MicroCred.App.Http;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MicroCred.App.Submission.Documents;

/// <summary>Reads the upload of a package: a zip as the body itself, or as the part <c>file</c> of a form.</summary>
internal sealed class PackageUpload(IncomingDocuments incoming)
{
    /// <summary>The bytes that a package may have besides its documents.</summary>
    public const long Around = 1 << 20;

    private static readonly string TooLarge = $"A package may have {DocumentLimits.Together >> 20} MiB at most.";

    /// <summary>The package, opened and its list checked; its documents are still to be taken in. To be disposed of.</summary>
    /// <exception cref="ProblemException">400 for a broken body, package or list, 413 over the limit, 415 where it is no zip, 422 for a zip bomb.</exception>
    public async Task<ApplicationPackage> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var file = TempFile.Create();
        try
        {
            await ReceiveAsync(request, file, cancellationToken);
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

    internal static ProblemException Refused(ZipRefusedException zip) => new(zip.Fault == ZipFault.Bomb
        ? Problem.NotAcceptable($"The package {zip.Message}.")
        : Problem.Invalid($"The package {zip.Message}."));

    private static async Task ReceiveAsync(HttpRequest request, FileStream file, CancellationToken cancellationToken)
    {
        if (RequestParts.IsMultipart(request))
        {
            await ReceivePartAsync(new RequestParts(request, DocumentLimits.Together + Around, TooLarge), file, cancellationToken);
        }
        else if (IsZip(request))
        {
            var body = new PartStream(new LimitedStream(request.Body, DocumentLimits.Together + Around, TooLarge));
            await body.CopyToAsync(file, cancellationToken);
        }
        else
        {
            throw new ProblemException(Problem.WrongType("Send the package as application/zip, or as the part file of multipart/form-data."));
        }
    }

    private static async Task ReceivePartAsync(RequestParts parts, FileStream file, CancellationToken cancellationToken)
    {
        while (await parts.NextAsync(cancellationToken) is { } part)
        {
            if (part.Name != "file" || file.Length > 0)
                throw new ProblemException(Problem.Invalid("Send one part file, with the package, and nothing else."));
            await part.Content.CopyToAsync(file, cancellationToken);
            await file.FlushAsync(cancellationToken);
        }
    }

    private static bool IsZip(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.ToString().ToUpperInvariant() is "APPLICATION/ZIP" or "APPLICATION/X-ZIP-COMPRESSED";

    private ApplicationPackage Open(FileStream file)
    {
        if (!ContentKinds.IsZip(file))
            throw new ProblemException(Problem.WrongType("The package isn't a zip file."));
        var zip = SafeZip.Open(file, PackageFiles.Limits);
        try
        {
            var manifest = PackageManifest.Read(ManifestBytes(zip));
            var documents = manifest.Documents ?? PackageFiles.ByName(zip);
            PackageFiles.Check(zip, documents);
            return new ApplicationPackage(file, zip, manifest.Application, documents, incoming);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    private static byte[] ManifestBytes(SafeZip zip)
    {
        using var content = zip.Read(PackageFiles.Manifest(zip));
        var bytes = new byte[RequestBody.Limit + 1];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= RequestBody.Limit
            ? bytes[..length]
            : throw new ProblemException(Problem.TooLarge($"application.json may have {RequestBody.Limit / 1024} KiB."));
    }
}
