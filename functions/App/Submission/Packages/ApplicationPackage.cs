using MicroCred.App.Commands;
using MicroCred.App.Storage;
using MicroCred.App.Submission.Uploads;
using MicroCred.Inspection.Zip;

namespace MicroCred.App.Submission.Packages;

/// <summary>An application and its documents in a package. To be disposed of before the package.</summary>
internal sealed class ApplicationPackage(
    SafeZip zip,
    PackageFiles files,
    string application,
    IReadOnlyList<PackagedDocument> documents,
    IncomingDocuments incoming
) : IAsyncDisposable
{
    private readonly List<IncomingDocument> _taken = [];

    /// <summary>The application's body as JSON text; it is validated when it is parsed.</summary>
    public string Application => application;

    public IReadOnlyList<PackagedDocument> Documents => documents;

    /// <summary>
    /// Inspects every document, one after the other, as if it had been uploaded by itself. Their bytes are deleted when this is disposed
    /// of.
    /// </summary>
    /// <exception cref="RefusedException">A document is refused; the message begins with its name.</exception>
    public async Task<IReadOnlyList<UploadedDocument>> TakeAllAsync(CancellationToken cancellationToken)
    {
        List<UploadedDocument> uploaded = [];
        foreach (var document in documents)
        {
            uploaded.Add(await TakeAsync(document, cancellationToken));
        }

        return uploaded;
    }

    /// <summary>Inspects one of the documents. One at a time.</summary>
    /// <exception cref="RefusedException">The document is refused; the message begins with its name.</exception>
    public async Task<UploadedDocument> TakeAsync(PackagedDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = zip.Read(files.Find(document.File));
            var taken = await incoming.TakeAsync(content, Path.GetFileName(ZipNames.Plain(document.File)), null, cancellationToken);
            _taken.Add(taken);
            return taken.As(document.Kind);
        }
        catch (ZipRefusedException refused)
        {
            throw PackageUpload.Refused(refused);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Refusal with { Detail = $"{document.File}: {refused.Refusal.Detail}" });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var document in _taken)
        {
            await document.DisposeAsync();
        }
    }
}
