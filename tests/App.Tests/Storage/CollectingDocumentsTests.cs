using Azure.Storage.Blobs;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

/// <summary>Documents' bytes that nobody has any more go, later, and no others.</summary>
public sealed class CollectingDocumentsTests : IAsyncLifetime, IDisposable
{
    private AppInProcess _app = null!;

    private static DateTimeOffset Later => DateTimeOffset.UtcNow.AddMinutes(1);

    public async Task InitializeAsync() => _app = await AppInProcess.Start();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_no_document_of_its_application_has_goes_and_the_rest_stays()
    {
        ApplicationId id = await _app.Keep(With(digit: 'a'));
        await Keep(id, 'a');
        await Keep(id, 'b');
        ApplicationId deleted = ApplicationId.New(Guid.NewGuid());
        await Keep(deleted, 'c');

        Assert.Equal(2, await Collect(Later));

        Assert.Equal((true, false, false), (await _app.Keeps(id, 'a'), await _app.Keeps(id, 'b'), await _app.Keeps(deleted, 'c')));
    }

    [Fact]
    public async Task What_was_kept_a_short_while_ago_stays()
    {
        ApplicationId id = await _app.Keep(AnApplication.WithoutFault.Draft());
        await Keep(id, 'b');

        Assert.Equal(0, await Collect(DateTimeOffset.UtcNow.AddMinutes(-1)));

        Assert.True(await _app.Keeps(id, 'b'));
    }

    [Fact]
    public async Task What_a_request_claims_while_it_is_collected_stays()
    {
        ApplicationId id = await _app.Keep(AnApplication.WithoutFault.Draft());
        await Keep(id, 'b');

        int collected = await _app.Get<DocumentStore>().Collect(
            async (application, cancel) =>
            {
                // Between the look at the bytes and their removal, the same ones come again.
                await Keep(id, 'b');
                return await _app.Applications.Find(application, cancel);
            },
            Later,
            (_, failure) => throw failure,
            default);

        Assert.Equal(0, collected);
        Assert.True(await _app.Keeps(id, 'b'));
    }

    [Fact]
    public async Task One_application_that_cannot_be_read_keeps_its_bytes_and_holds_up_no_other()
    {
        ApplicationId broken = ApplicationId.New(Guid.NewGuid());
        ApplicationId other = ApplicationId.New(Guid.NewGuid());
        await Keep(broken, 'b');
        await Keep(other, 'b');
        List<ApplicationId> failed = [];

        int collected = await _app.Get<DocumentStore>().Collect(
            (id, _) => id == broken ? throw new InvalidDataException() : Task.FromResult<StoredApplication?>(null), Later, (id, _) => failed.Add(id), default);

        Assert.Equal(1, collected);
        Assert.Equal([broken], failed);
        Assert.True(await _app.Keeps(broken, 'b'));
    }

    [Fact]
    public async Task The_mark_of_a_scan_outlives_a_claim()
    {
        ApplicationId id = await _app.Keep(With(digit: 'a'));
        await Keep(id, 'a');
        StoredDocument stored = new(id, DocumentBytes.HashOf("a"));
        BlobClient blob = _app.Documents.GetBlobClient(stored.Name);
        MalwareScan scan = new("a-scan", (await blob.GetPropertiesAsync()).Value.ETag.ToString().Trim('"'));
        Assert.Equal(ScannedBytes.Kept, await _app.Get<DocumentStore>().MarkClean(stored, scan, default));

        await Keep(id, 'a');

        Assert.Equal("clean", (await blob.GetPropertiesAsync()).Value.Metadata["scan"]);
        Assert.Equal(scan, await _app.Get<DocumentStore>().CleanScan(stored, default));
    }

    private static Application With(char digit)
    {
        Application draft = AnApplication.WithoutFault.Draft();
        return draft with { Documents = [.. draft.Documents.Take(1).Select(document => document with { Sha256 = DocumentBytes.HashOf($"{digit}") })] };
    }

    private async Task Keep(ApplicationId id, char digit) =>
        await _app.Get<DocumentStore>().Keep(id, await _app.Receive(DocumentKind.Curriculum, digit), default);

    private Task<int> Collect(DateTimeOffset before) =>
        _app.Get<DocumentStore>().Collect(_app.Applications.Find, before, (_, failure) => throw failure, default);
}
