using Azure.Storage.Blobs;
using MicroCred.App.Commands;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Scanning;

/// <summary>Documents without a scan verdict after an hour are counted for an alert.</summary>
public sealed class WithheldDocumentsTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private AppInProcess _app = null!;
    private ApplicationId _draft;

    public async Task InitializeAsync()
    {
        _app = await AppInProcess.StartAsync("Documents:AwaitScan=true");
        _draft = await _app.KeepAsync((AnApplication.WithoutFault with { Documents = [] }).Draft());
    }

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task One_is_counted_from_an_hour_on_until_it_is_found_clean()
    {
        var document = await AddAsync('b');
        Assert.Equal(0, await MeasuredAsync());
        _app.Clock.Now += Hour - Second;
        Assert.Equal(0, await MeasuredAsync());
        _app.Clock.Now += 2 * Second;
        Assert.Equal(1, await MeasuredAsync());
        Assert.Equal(1, await MeasuredAsync());

        await _app.Get<DocumentStore>().MarkCleanAsync(document, await ScanOfAsync(document), default);

        Assert.Equal(0, await MeasuredAsync());
    }

    [Fact]
    public async Task One_that_is_found_clean_in_time_is_never_counted()
    {
        var clean = await AddAsync('b');
        await AddAsync('c');
        await _app.Get<DocumentStore>().MarkCleanAsync(clean, await ScanOfAsync(clean), default);
        _app.Clock.Now += Hour + Second;

        Assert.Equal(1, await MeasuredAsync());
    }

    [Fact]
    public async Task What_nobody_has_any_more_is_not_counted()
    {
        await AddAsync('b');
        var infected = await AddAsync('c');
        await _app.ChangeAsync(new DeleteDocument(_draft, (await _app.ReadAsync(_draft)).Documents[0].Id));
        await _app.Get<DocumentStore>().RemoveInfectedAsync(infected, await ScanOfAsync(infected), default);
        await AddAsync('d');
        _app.Clock.Now += Hour + Second;

        Assert.Equal(1, await MeasuredAsync());
    }

    [Fact]
    public async Task Where_no_scan_is_waited_for_none_is_counted()
    {
        using var app = await AppInProcess.StartAsync();
        var id = await app.KeepAsync((AnApplication.WithoutFault with { Documents = [] }).Draft());
        await app.ChangeAsync(new AddDocument(id, await app.ReceiveAsync(DocumentKind.Other, 'b')));
        app.Clock.Now += Hour + Second;

        Assert.Equal(0, await app.Get<WithheldDocuments>().CountAsync(default));
        Assert.True(await app.KeepsAsync(id, 'b'));
    }

    private async Task<MalwareScan> ScanOfAsync(StoredDocument document) =>
        new(
            "scan",
            (
                await _app.Get<BlobServiceClient>()
                    .GetBlobContainerClient(StorageNames.DocumentsContainer)
                    .GetBlobClient(document.Name)
                    .GetPropertiesAsync()
            )
                .Value.ETag.ToString()
                .Trim('"')
        );

    private async Task<StoredDocument> AddAsync(char digit)
    {
        var document = await _app.ReceiveAsync(DocumentKind.Other, digit);
        Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(new AddDocument(_draft, document)));
        return new StoredDocument(_draft, document.Sha256);
    }

    private async Task<double> MeasuredAsync()
    {
        using var measured = _app.Measure();
        await _app.Function<MeasureBacklog>().RunAsync(new TimerInfo(), default);
        return Assert.Single(measured.Of("microcred.documents.withheld"));
    }
}
