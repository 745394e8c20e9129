using Azure.Storage.Blobs;
using MicroCred.App.Commands;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Commands;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Scanning;

/// <summary>Documents that no scan has come to a verdict on in an hour are counted for an alert.</summary>
public sealed class WithheldDocumentsTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private AppInProcess _app = null!;
    private ApplicationId _draft;

    public async Task InitializeAsync()
    {
        _app = await AppInProcess.Start("Documents:AwaitScan=true");
        _draft = await _app.Keep((AnApplication.WithoutFault with { Documents = [] }).Draft());
    }

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task One_is_counted_from_an_hour_on_until_it_is_found_clean()
    {
        StoredDocument document = await Add('b');
        Assert.Equal(0, await Measured());
        _app.Clock.Now += Hour - Second;
        Assert.Equal(0, await Measured());
        _app.Clock.Now += 2 * Second;
        Assert.Equal(1, await Measured());
        Assert.Equal(1, await Measured());

        await _app.Get<DocumentStore>().MarkClean(document, await ScanOf(document), default);

        Assert.Equal(0, await Measured());
    }

    [Fact]
    public async Task One_that_is_found_clean_in_time_is_never_counted()
    {
        StoredDocument clean = await Add('b');
        await Add('c');
        await _app.Get<DocumentStore>().MarkClean(clean, await ScanOf(clean), default);
        _app.Clock.Now += Hour + Second;

        Assert.Equal(1, await Measured());
    }

    [Fact]
    public async Task What_nobody_has_any_more_is_not_counted()
    {
        await Add('b');
        StoredDocument infected = await Add('c');
        await _app.Change(new DeleteDocument(_draft, (await _app.Read(_draft)).Documents[0].Id));
        await _app.Get<DocumentStore>().RemoveInfected(infected, await ScanOf(infected), default);
        await Add('d');
        _app.Clock.Now += Hour + Second;

        Assert.Equal(1, await Measured());
    }

    [Fact]
    public async Task Where_no_scan_is_waited_for_none_is_counted()
    {
        using AppInProcess app = await AppInProcess.Start();
        ApplicationId id = await app.Keep((AnApplication.WithoutFault with { Documents = [] }).Draft());
        await app.Change(new AddDocument(id, await app.Receive(DocumentKind.Other, 'b')));
        app.Clock.Now += Hour + Second;

        Assert.Equal(0, await app.Get<WithheldDocuments>().Count(default));
        Assert.True(await app.Keeps(id, 'b'));
    }

    private async Task<MalwareScan> ScanOf(StoredDocument document) => new(
        "scan",
        (await _app.Get<BlobServiceClient>().GetBlobContainerClient(Names.DocumentsContainer).GetBlobClient(document.Name).GetPropertiesAsync()).Value.ETag.ToString().Trim('"'));

    private async Task<StoredDocument> Add(char digit)
    {
        UploadedDocument document = await _app.Receive(DocumentKind.Other, digit);
        Assert.IsType<CommandResult.Done>(await _app.Change(new AddDocument(_draft, document)));
        return new StoredDocument(_draft, document.Sha256);
    }

    private async Task<double> Measured()
    {
        using Measurements measured = _app.Measure();
        await _app.Function<MeasureBacklog>().Run(new TimerInfo(), default);
        return Assert.Single(measured.Of("microcred.documents.withheld"));
    }
}
