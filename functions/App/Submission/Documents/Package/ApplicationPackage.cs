using MicroCred.App.Http;

namespace MicroCred.App.Submission.Documents;

/// <summary>An application and its documents in one zip, opened. To be disposed of.</summary>
internal sealed class ApplicationPackage(
    Stream file, SafeZip zip, string application, IReadOnlyList<PackagedDocument> documents, IncomingDocuments incoming) : IAsyncDisposable
{
    /// <summary>The application's body as JSON text; whether it is a good one is for the reader of bodies to say.</summary>
    public string Application => application;

    public IReadOnlyList<PackagedDocument> Documents => documents;

    /// <summary>Takes one of the documents in, as if it had been uploaded by itself. One at a time.</summary>
    /// <exception cref="ProblemException">Whatever stands against the document, with its name before it.</exception>
    public async Task<UploadedDocument> TakeAsync(PackagedDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = zip.Read(zip.Find(document.File)!);
            return new UploadedDocument(document.Kind, await incoming.TakeAsync(content, Path.GetFileName(document.File), null, cancellationToken));
        }
        catch (ZipRefusedException refused)
        {
            throw PackageUpload.Refused(refused);
        }
        catch (ProblemException problem)
        {
            throw new ProblemException(problem.Problem with { Detail = $"{document.File}: {problem.Problem.Detail}" });
        }
    }

    public async ValueTask DisposeAsync()
    {
        zip.Dispose();
        await file.DisposeAsync();
    }
}
