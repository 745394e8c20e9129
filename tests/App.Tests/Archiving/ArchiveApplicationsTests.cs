using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Archiving;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Operation;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Archiving;

/// <summary>Changed applications are archived once, with everything needed to verify them.</summary>
public sealed class ArchiveApplicationsTests : IAsyncLifetime
{
    private RunningApp _app = null!;
    private BlobContainerClient _audit = null!;
    private BlobContainerClient _registerLog = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartAsync("ARCHIVE_SCHEDULE=0 0 0 1 1 *", "RECONCILE_SCHEDULE=0 0 0 1 1 *");
        _audit = new BlobContainerClient(_app.ConnectionString, StorageNames.AuditContainer);
        _registerLog = new BlobContainerClient(_app.ConnectionString, StorageNames.RegisterLogContainer);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_published_application_is_put_away_with_its_audit_and_its_entry_as_published()
    {
        var published = await PublishedAsync();

        await RunAsync();

        var archived = await ReadAsync(published);
        Assert.Equivalent(published, archived.Application, strict: true);
        var kept = (await _app.Applications.FindWholeAsync(published.Id, default))!;
        Assert.Equal((kept.State, kept.LastHash), (archived.State, archived.LastHash));
        Assert.Equal(kept.Events.Select(e => e.Text), archived.Events);
        Assert.True(archived.ChainIsWhole);
        var entry = await BytesAsync(_registerLog, archived.RegisterEntry!.Name);
        Assert.Equal(
            BinaryData
                .FromBytes(
                    await BytesAsync(
                        new BlobContainerClient(_app.ConnectionString, StorageNames.RegisterContainer),
                        $"{published.Registration!.Number}.json"
                    )
                )
                .WithoutLinks()
                .ToArray(),
            entry
        );
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(entry)), archived.RegisterEntry.Sha256);
        Assert.Equal("", await Verifier.ComplaintAsync(JsonNode.Parse(archived.ToBytes())!));
    }

    [Fact]
    public async Task No_draft_is_put_away_and_what_is_there_stays_as_it_is()
    {
        await _app.DraftAsync(AnApplication.WithoutFault);
        var returned = await _app.SubmittedAsync(
            AnApplication.WithoutFault.With(content => content with { Credits = 41, LearningHours = 410 })
        );
        await _app.UntilAsync(returned, application => application.Status == ApplicationStatus.Returned);
        var published = await PublishedAsync();
        await RunAsync();
        var once = await FilesAsync();

        await RunAsync();

        Assert.Equal(once, await FilesAsync());
        Assert.Equal(
            new[]
            {
                $"{published.Id}/{published.Revision}",
                $"{published.Registration!.Number}/{published.Revision}",
                $"{returned}/{(await NowAsync(returned)).Revision}",
            }.Order(StringComparer.Ordinal),
            once.Keys.Select(name => name.Split('-')[..^1]).Select(parts => string.Join('-', parts)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task One_whose_rows_are_lost_can_be_read_and_checked_as_it_was_that_night()
    {
        (var id, _) = await _app.InReviewAsync();
        var application = await NowAsync(id);
        await RunAsync();
        await new TableClient(_app.ConnectionString, StorageNames.ApplicationsTable).DeleteEntityAsync(
            id.ToString(),
            ApplicationRows.Application
        );

        var archived = await ReadAsync(application);

        Assert.Equivalent(application, archived.Application, strict: true);
        Assert.True(archived.ChainIsWhole);
        Assert.Equal("", await Verifier.ComplaintAsync(JsonNode.Parse(archived.ToBytes())!));
    }

    [Fact]
    public async Task A_later_revision_is_put_away_beside_the_earlier()
    {
        (var id, var task) = await _app.InReviewAsync();
        var first = await NowAsync(id);
        await RunAsync();
        await _app.FindAllMetAsync(task);
        var second = await NowAsync(id);
        await RunAsync();
        await _app.GoesOnToTheRegisterAsync(id, task);
        var published = await NowAsync(id);
        await Patience.UntilAsync(
            async () =>
                (
                    await new BlobContainerClient(_app.ConnectionString, StorageNames.RegisterContainer)
                        .GetBlobClient($"{published.Registration!.Number}.json")
                        .ExistsAsync()
                ).Value,
            () => "The entry isn't written."
        );
        await RunAsync();

        Assert.Equal(
            [first.Revision, second.Revision, published.Revision],
            new[] { await ReadAsync(first), await ReadAsync(second), await ReadAsync(published) }.Select(archived =>
                archived.Application.Revision
            )
        );
        Assert.Null((await ReadAsync(first)).RegisterEntry);
        Assert.NotNull((await ReadAsync(published)).RegisterEntry);
    }

    [Fact]
    public async Task A_broken_chain_is_put_away_all_the_same_and_marked()
    {
        var withdrawn = await WithdrawnAsync();
        TableClient table = new(_app.ConnectionString, StorageNames.ApplicationsTable);
        var second = (await _app.Applications.EventsAsync(withdrawn.Id, default))[1];
        await table.UpsertEntityAsync(
            new TableEntity(withdrawn.Id.ToString(), ApplicationRows.Event(2)).WithJson(second with { Detail = "Nothing to see here." }),
            TableUpdateMode.Replace
        );

        await Assert.ThrowsAsync<InvalidOperationException>(RunAsync);

        var archived = await ReadAsync(withdrawn);
        Assert.Equal((false, 2), (archived.ChainIsWhole, archived.ChainBreak!.Number));
        Assert.Equal(withdrawn.EventCount, archived.Events.Count);
        Assert.Null(archived.RegisterEntry);
    }

    [Fact]
    public async Task A_run_that_broke_off_between_the_two_files_is_made_up_for_by_the_next()
    {
        var published = await PublishedAsync();
        var entry = await _app.Get<Archive>()
            .AddEntryAsync(
                published.Registration!.Number,
                published.Revision,
                BinaryData.FromBytes(
                    await BytesAsync(
                        new BlobContainerClient(_app.ConnectionString, StorageNames.RegisterContainer),
                        $"{published.Registration.Number}.json"
                    )
                ),
                default
            );

        await RunAsync();

        Assert.Equal(ArchivedFile.Of(entry), (await ReadAsync(published)).RegisterEntry);
    }

    [Fact]
    public async Task One_that_cannot_be_put_away_holds_up_no_other_and_is_tried_again()
    {
        var published = await PublishedAsync();
        var withdrawn = await WithdrawnAsync();
        var entry = new BlobContainerClient(_app.ConnectionString, StorageNames.RegisterContainer).GetBlobClient(
            $"{published.Registration!.Number}.json"
        );
        var lost = (await entry.DownloadContentAsync()).Value.Content;
        await entry.DeleteAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(RunAsync);
        Assert.StartsWith($"{withdrawn.Id}/", Assert.Single((await FilesAsync()).Keys), StringComparison.Ordinal);
        Assert.Equal([published.Id], (await _app.Get<SignedNights>().LatestAsync(default))!.Failed);

        await entry.UploadAsync(lost);
        await RunAsync();
        Assert.Equal(published.Revision, (await ReadAsync(published)).Application.Revision);
    }

    private Task RunAsync() => _app.NightAsync();

    private async Task<Application> NowAsync(ApplicationId id) => (await _app.Applications.FindAsync(id, default))!.Application;

    /// <summary>A university's application, which validation alone approves.</summary>
    private async Task<Application> PublishedAsync()
    {
        var id = await _app.DraftAsync(AnApplication.ByAUniversity);
        await _app.SendAsync("vuw", HttpMethod.Post, $"/api/applications/{id}/submission", null);
        var published = await _app.UntilAsync(id, application => application.Status == ApplicationStatus.Published);
        await _app.OrchestrationEndedAsync(id);
        return published;
    }

    private async Task<Application> WithdrawnAsync()
    {
        var id = await _app.SubmittedAsync(AnApplication.WithoutFault);
        await _app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview);
        await _app.SendAsync("mito", HttpMethod.Post, $"/api/applications/{id}/withdrawal", new { reason = "No staff." });
        return (await _app.Applications.FindAsync(id, default))!.Application;
    }

    private async Task<ArchivedApplication> ReadAsync(Application application)
    {
        var file = Assert.Single(
            await _audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{application.Id}/{application.Revision}-", default).ToListAsync()
        );
        return ArchivedApplication.Read(BinaryData.FromBytes(await BytesAsync(_audit, file.Name)))!;
    }

    private static async Task<byte[]> BytesAsync(BlobContainerClient container, string name) =>
        (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();

    /// <summary>All files in the archive except the nights, with the times at which they were written.</summary>
    private async Task<Dictionary<string, string>> FilesAsync()
    {
        List<BlobItem> files = [.. await _audit.GetBlobsAsync().ToListAsync(), .. await _registerLog.GetBlobsAsync().ToListAsync()];
        return files
            .Where(file => !file.Name.StartsWith("nights/", StringComparison.Ordinal))
            .ToDictionary(
                file => file.Name,
                file => string.Create(CultureInfo.InvariantCulture, $"{file.Properties.LastModified:O} {file.Properties.ETag}")
            );
    }
}
