using Microsoft.Azure.Functions.Worker;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Operation;

/// <summary>How what is under way stands is put away each night, so that a lost row isn't the end of it.</summary>
public sealed class ArchiveUnderwayTests : IAsyncLifetime
{
    private RunningApp _app = null!;
    private BlobContainerClient _audit = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.Start("ARCHIVE_SCHEDULE=0 0 0 1 1 *", "REPAIR_SCHEDULE=0 0 0 1 1 *");
        _audit = new BlobContainerClient(_app.ConnectionString, Names.AuditContainer);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task One_whose_rows_are_lost_can_be_read_and_checked_as_it_was_that_night()
    {
        (ApplicationId id, _) = await _app.InReview();
        Application application = (await _app.Cases.Find(id, default))!.Application;
        await Run();
        TableClient table = new(_app.ConnectionString, Names.ApplicationsTable);
        await table.DeleteEntityAsync(id.ToString(), ApplicationRows.Application);

        BlobDownloadResult file = await _audit.GetBlobClient(Archive.NameOf(id, application.Revision)).DownloadContentAsync();

        ArchivedApplication archived = JsonSerializer.Deserialize<ArchivedApplication>(file.Content, AppJson.Stored)!;
        Assert.Equivalent(application, archived.Application, strict: true);
        Assert.True(archived.ChainIsWhole);
        Assert.Null(AuditChain.Verify(archived.Application, archived.Events));
        Assert.Equal("", await Verifier.Complaint(System.Text.Json.Nodes.JsonNode.Parse(file.Content)!));
    }

    [Fact]
    public async Task One_file_is_added_a_night_in_which_it_changed_and_none_for_a_draft_or_what_has_ended()
    {
        await _app.Draft(AnApplication.WithoutFault);
        (ApplicationId id, EvaluationTask task) = await _app.InReview();
        int first = (await _app.Cases.Find(id, default))!.Application.Revision;
        await Run();
        await Run();
        await _app.FindAllMet(task);
        int second = (await _app.Cases.Find(id, default))!.Application.Revision;
        await Run();
        await _app.Decide(task, "Approve");
        await _app.Until(id, application => application.Status == ApplicationStatus.Published);
        await Run();

        List<string> names = [];
        await foreach (BlobItem file in _audit.GetBlobsAsync())
        {
            names.Add(file.Name);
        }

        Assert.Equal(new[] { Archive.NameOf(id, first), Archive.NameOf(id, second) }.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    private Task Run() => ActivatorUtilities.CreateInstance<ArchiveUnderway>(_app.Get<IServiceProvider>()).Run(new TimerInfo(), default);
}
