using MicroCred.App.Commands;
using MicroCred.App.Storage;
using MicroCred.App.Submission.Uploads;
using MicroCred.Inspection.Zip;

namespace MicroCred.App.Submission.Packages;

/// <summary>An application and its documents in one zip, opened. To be disposed of.</summary>
internal sealed class ApplicationPackage(
    Stream file,
    SafeZip zip,
    PackageFiles files,
    string application,
    IReadOnlyList<PackagedDocument> documents,
    IncomingDocuments incoming
) : IAsyncDisposable
{
    private readonly List<IncomingDocument> _taken = [];

    /// <summary>The application's body as JSON text; whether it is a good one is for the reader of bodies to say.</summary>
    public string Application => application;

    public IReadOnlyList<PackagedDocument> Documents => documents;

    /// <summary>
    /// Takes every document in, one after the other, as if it had been uploaded by itself. Their bytes wait until this is disposed of.
    /// </summary>
    /// <exception cref="RefusedException">Whatever stands against a document, with its name before it.</exception>
    public async Task<IReadOnlyList<UploadedDocument>> TakeAllAsync(CancellationToken cancellationToken)
    {
        List<UploadedDocument> uploaded = [];
        foreach (var document in documents)
        {
            uploaded.Add(await TakeAsync(document, cancellationToken));
        }

        return uploaded;
    }

    /// <summary>Takes one of the documents in. One at a time.</summary>
    /// <exception cref="RefusedException">Whatever stands against the document, with its name before it.</exception>
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

        zip.Dispose();
        await file.DisposeAsync();
    }
}
