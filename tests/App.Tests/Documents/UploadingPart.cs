using MicroCred.App.Submission.Documents;
using Microsoft.AspNetCore.Http;

namespace MicroCred.App.Tests.Documents;

/// <summary>What the chapters on uploading have in common: whatever became of the upload, nothing stays behind where it came in.</summary>
[Collection(UploadCollection.Name)]
public abstract class UploadingPart(UploadStorage storage) : IAsyncLifetime
{
    private readonly DocumentUpload _upload = new(storage.Intake);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => UploadStorage.HasNothing(storage.Incoming);

    internal Task<UploadedDocument> Upload(HttpRequest request) => _upload.ReadAsync(request, CancellationToken.None);
}
