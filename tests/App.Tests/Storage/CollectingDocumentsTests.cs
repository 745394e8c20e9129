using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

/// <summary>Document content that nothing refers to any more is deleted later, and no other content.</summary>
public sealed class CollectingDocumentsTests : IAsyncLifetime, IDisposable
{
    private AppInProcess _app = null!;

    private static DateTimeOffset Later => DateTimeOffset.UtcNow.AddMinutes(1);

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_no_document_of_its_application_has_goes_and_the_rest_stays()
    {
        var id = await _app.KeepAsync(With(digit: 'a'));
        await KeepAsync(id, 'a');
        await KeepAsync(id, 'b');
        var deleted = ApplicationId.New(Guid.NewGuid());
        await KeepAsync(deleted, 'c');

        Assert.Equal(2, await CollectAsync(Later));

        Assert.Equal(
            (true, false, false),
            (await _app.KeepsAsync(id, 'a'), await _app.KeepsAsync(id, 'b'), await _app.KeepsAsync(deleted, 'c'))
        );
    }

    [Fact]
    public async Task What_was_kept_a_short_while_ago_stays()
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
        await KeepAsync(id, 'b');

        Assert.Equal(0, await CollectAsync(DateTimeOffset.UtcNow.AddMinutes(-1)));

        Assert.True(await _app.KeepsAsync(id, 'b'));
    }

    [Fact]
    public async Task What_a_request_claims_while_it_is_collected_stays()
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.Draft());
        await KeepAsync(id, 'b');

        var collected = await _app.Get<DocumentStore>()
            .CollectAsync(
                async (application, cancellationToken) =>
                {
                    // The same content is uploaded again between the check and the deletion.
                    await KeepAsync(id, 'b');
                    return await _app.Applications.FindAsync(application, cancellationToken);
                },
                Later,
                (_, failure) => throw failure,
                default
            );

        Assert.Equal(0, collected);
        Assert.True(await _app.KeepsAsync(id, 'b'));
    }

    [Fact]
    public async Task One_application_that_cannot_be_read_keeps_its_bytes_and_holds_up_no_other()
    {
        var broken = ApplicationId.New(Guid.NewGuid());
        var other = ApplicationId.New(Guid.NewGuid());
        await KeepAsync(broken, 'b');
        await KeepAsync(other, 'b');
        List<ApplicationId> failed = [];

        var collected = await _app.Get<DocumentStore>()
            .CollectAsync(
                (id, _) => id == broken ? throw new InvalidDataException() : Task.FromResult<StoredApplication?>(null),
                Later,
                (id, _) => failed.Add(id),
                default
            );

        Assert.Equal(1, collected);
        Assert.Equal([broken], failed);
        Assert.True(await _app.KeepsAsync(broken, 'b'));
    }

    [Fact]
    public async Task The_mark_of_a_scan_outlives_a_claim()
    {
        var id = await _app.KeepAsync(With(digit: 'a'));
        await KeepAsync(id, 'a');
        StoredDocument stored = new(id, DocumentBytes.HashOf("a"));
        var blob = _app.Documents.GetBlobClient(stored.Name);
        MalwareScan scan = new("a-scan", (await blob.GetPropertiesAsync()).Value.ETag.ToString().Trim('"'));
        Assert.Equal(ScannedBytes.Kept, await _app.Get<DocumentStore>().MarkCleanAsync(stored, scan, default));

        await KeepAsync(id, 'a');

        Assert.Equal("clean", (await blob.GetPropertiesAsync()).Value.Metadata["scan"]);
        Assert.Equal(scan, await _app.Get<DocumentStore>().CleanScanAsync(stored, default));
    }

    private static Application With(char digit)
    {
        var draft = AnApplication.WithoutFault.Draft();
        return draft with
        {
            Documents = [.. draft.Documents.Take(1).Select(document => document with { Sha256 = DocumentBytes.HashOf($"{digit}") })],
        };
    }

    private async Task KeepAsync(ApplicationId id, char digit) =>
        await _app.Get<DocumentStore>().KeepAsync(id, await _app.ReceiveAsync(DocumentKind.Curriculum, digit), default);

    private Task<int> CollectAsync(DateTimeOffset before) =>
        _app.Get<DocumentStore>().CollectAsync(_app.Applications.FindAsync, before, (_, failure) => throw failure, default);
}
