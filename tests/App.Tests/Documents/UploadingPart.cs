using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.App.Submission.Uploads;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Documents;

/// <summary>The base of the tests of uploads: whatever an upload's result, nothing stays in the incoming container.</summary>
[Collection(UploadCollection.Name)]
public abstract class UploadingPart(UploadStorage storage) : IAsyncLifetime
{
    private readonly DocumentUpload _upload = new(storage.Intake);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => UploadStorage.HasNothingAsync(storage.Incoming);

    /// <summary>The uploaded document and its bytes, which the caller disposes.</summary>
    internal Task<(UploadedDocument Document, IncomingDocument Bytes)> UploadAsync(HttpRequest request) => UploadAsync(_upload, request);

    internal static Task<(UploadedDocument Document, IncomingDocument Bytes)> UploadAsync(DocumentUpload upload, HttpRequest request) =>
        upload.ReadAsync(
            new RequestParts(request, DocumentUpload.Largest, DocumentUpload.TooLarge).ReadAllAsync(CancellationToken.None),
            CancellationToken.None
        );
}
