using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Operation;

/// <summary>What ended is put away once, with all that is needed to check it.</summary>
public sealed class ArchiveFinishedTests : IAsyncLifetime
{
    private RunningApp _app = null!;
    private BlobContainerClient _audit = null!;
    private BlobContainerClient _registerLog = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.Start("ARCHIVE_SCHEDULE=0 0 0 1 1 *", "REPAIR_SCHEDULE=0 0 0 1 1 *");
        _audit = new BlobContainerClient(_app.ConnectionString, Names.AuditContainer);
        _registerLog = new BlobContainerClient(_app.ConnectionString, Names.RegisterLogContainer);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_published_application_is_put_away_with_its_audit_and_its_entry_as_published()
    {
        Application published = await Published();

        await Run();

        ArchivedApplication archived = await Read(published);
        Assert.Equivalent(published, archived.Application, strict: true);
        Assert.Null(AuditChain.Verify(archived.Application, archived.Events));
        Assert.True(archived.ChainIsWhole);
        byte[] entry = await Bytes(_registerLog, $"{published.Registration!.Number}/{published.Revision}.json");
        Assert.Equal(await Bytes(new BlobContainerClient(_app.ConnectionString, Names.RegisterContainer), $"{published.Registration.Number}.json"), entry);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(entry)), archived.RegisterEntry!.Sha256);
    }

    [Fact]
    public async Task What_is_not_over_is_not_put_away_and_what_is_there_stays_as_it_is()
    {
        await _app.Draft(AnApplication.WithoutFault);
        await _app.Submitted(AnApplication.WithoutFault.With(content => content with { Credits = 41, LearningHours = 410 }));
        Application published = await Published();
        await Run();
        Dictionary<string, string> once = await Files();

        await Run();

        Assert.Equal(once, await Files());
        Assert.Equal([Archive.NameOf(published.Id, published.Revision), $"{published.Registration!.Number}/{published.Revision}.json"], once.Keys);
    }

    [Fact]
    public async Task A_later_revision_is_put_away_beside_the_earlier()
    {
        Application published = await Published();
        await Run();
        Change later = published.RejectInfected(published.Documents[0].Sha256, new MalwareScan("scan", "etag"), new EvaluationSettings(), DateTimeOffset.UtcNow).Change();
        await _app.Applications.Save(await _app.Applications.Find(published.Id, default), later, [], answer: null, trace: null, default);
        await _app.Worklists.Show(published, later.Application, default);

        await Run();

        Assert.Equal(published.Revision, (await Read(published)).Application.Revision);
        Assert.Null(AuditChain.Verify(later.Application, (await Read(later.Application)).Events));
    }

    [Fact]
    public async Task A_broken_chain_is_put_away_all_the_same_and_marked()
    {
        Application withdrawn = await Withdrawn();
        TableClient table = new(_app.ConnectionString, Names.ApplicationsTable);
        AuditEvent second = (await _app.Applications.Events(withdrawn.Id, default))[1];
        await table.UpsertEntityAsync(
            new TableEntity(withdrawn.Id.ToString(), ApplicationRows.Event(2)).WithJson(second with { Detail = "Nothing to see here." }), TableUpdateMode.Replace);

        await Run();

        ArchivedApplication archived = await Read(withdrawn);
        Assert.Equal((false, 2), (archived.ChainIsWhole, archived.ChainBreak!.Number));
        Assert.Equal(withdrawn.EventCount, archived.Events.Count);
        Assert.Null(archived.RegisterEntry);
    }

    [Fact]
    public async Task A_run_that_broke_off_between_the_two_files_is_made_up_for_by_the_next()
    {
        Application published = await Published();
        BinaryData earlier = BinaryData.FromString("{\"asThenPublished\":true}");
        await _app.Get<Archive>().AddEntry(published.Registration!.Number, published.Revision, earlier, default);

        await Run();

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(earlier)), (await Read(published)).RegisterEntry!.Sha256);
        Assert.Equal(earlier.ToArray(), await Bytes(_registerLog, $"{published.Registration.Number}/{published.Revision}.json"));
    }

    [Fact]
    public async Task One_that_cannot_be_put_away_holds_up_no_other_and_is_tried_again()
    {
        Application published = await Published();
        Application withdrawn = await Withdrawn();
        BlobClient entry = new BlobContainerClient(_app.ConnectionString, Names.RegisterContainer).GetBlobClient($"{published.Registration!.Number}.json");
        BinaryData lost = (await entry.DownloadContentAsync()).Value.Content;
        await entry.DeleteAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(Run);
        Assert.Equal([Archive.NameOf(withdrawn.Id, withdrawn.Revision)], (await Files()).Keys);

        await entry.UploadAsync(lost);
        await Run();
        Assert.Equal(published.Revision, (await Read(published)).Application.Revision);
    }

    [Fact]
    public async Task A_line_that_tells_no_revision_is_looked_into()
    {
        Application withdrawn = await Withdrawn();
        TableClient lines = new(_app.ConnectionString, Names.WorklistsTable);
        await lines.UpsertEntityAsync(
            new TableEntity(WorklistRows.Closed(withdrawn.Status, withdrawn.Id), WorklistRows.Line).WithJson(ApplicationSummary.Of(withdrawn)), TableUpdateMode.Replace);

        await Run();
        await Run();

        Assert.Single(await Files());
    }

    private async Task Run()
    {
        await using AsyncServiceScope scope = _app.Get<IServiceScopeFactory>().CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<ArchiveFinished>(scope.ServiceProvider).Run(new TimerInfo(), default);
    }

    /// <summary>A university's, which is approved by validation alone.</summary>
    private async Task<Application> Published()
    {
        ApplicationId id = await _app.Draft(AnApplication.ByAUniversity);
        await _app.Send("vuw", HttpMethod.Post, $"/api/applications/{id}/submission", null);
        Application published = await _app.Until(id, application => application.Status == ApplicationStatus.Published);
        await _app.OrchestrationEnded(id);
        return published;
    }

    private async Task<Application> Withdrawn()
    {
        ApplicationId id = await _app.Submitted(AnApplication.WithoutFault);
        await _app.Until(id, application => application.Status == ApplicationStatus.InReview);
        await _app.Send("mito", HttpMethod.Post, $"/api/applications/{id}/withdrawal", new { reason = "No staff." });
        return (await _app.Applications.Find(id, default))!.Application;
    }

    private async Task<ArchivedApplication> Read(Application application) => JsonSerializer.Deserialize<ArchivedApplication>(
        await Bytes(_audit, Archive.NameOf(application.Id, application.Revision)), AppJson.Stored)!;

    private static async Task<byte[]> Bytes(BlobContainerClient container, string name) =>
        (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToArray();

    /// <summary>All that is in the archive, with when it was written.</summary>
    private async Task<Dictionary<string, string>> Files()
    {
        List<BlobItem> files = [.. await _audit.GetBlobsAsync().ToListAsync(), .. await _registerLog.GetBlobsAsync().ToListAsync()];
        return files.ToDictionary(file => file.Name, file => string.Create(CultureInfo.InvariantCulture, $"{file.Properties.LastModified:O} {file.Properties.ETag}"));
    }
}
