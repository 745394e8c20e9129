using MicroCred.App.Submission.Uploads;

namespace MicroCred.App.Tests.Documents;

/// <summary>Runs alone, since it counts the whole process's allocations.</summary>
[Collection(MemoryCollection.Name)]
public sealed class MemoryOfUploads(UploadStorage storage)
{
    private readonly DocumentUpload _upload = new(storage.Intake);

    [Fact]
    public async Task Three_documents_of_25_MiB_allocate_less_than_one_would_take_up()
    {
        await UploadAsync();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var time = 0; time < 3; time++)
        {
            await UploadAsync();
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, DocumentLimits.Each);
    }

    private async Task UploadAsync() =>
        await (await UploadingPart.UploadAsync(_upload, LargePdf.Upload(DocumentLimits.Each))).Bytes.DisposeAsync();
}
