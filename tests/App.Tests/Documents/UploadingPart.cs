using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.App.Submission.Uploads;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Documents;

/// <summary>What the chapters on uploading have in common: whatever became of the upload, nothing stays behind where it came in.</summary>
[Collection(UploadCollection.Name)]
public abstract class UploadingPart(UploadStorage storage) : IAsyncLifetime
{
    private readonly DocumentUpload _upload = new(storage.Intake);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => UploadStorage.HasNothingAsync(storage.Incoming);

    /// <summary>The document of an upload, and its bytes, which the caller disposes of.</summary>
    internal Task<(UploadedDocument Document, IncomingDocument Bytes)> UploadAsync(HttpRequest request) => UploadAsync(_upload, request);

    internal static Task<(UploadedDocument Document, IncomingDocument Bytes)> UploadAsync(DocumentUpload upload, HttpRequest request) =>
        upload.ReadAsync(
            new RequestParts(request, DocumentUpload.Largest, DocumentUpload.TooLarge).ReadAllAsync(CancellationToken.None),
            CancellationToken.None
        );
}
