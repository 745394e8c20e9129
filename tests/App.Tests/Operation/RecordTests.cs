using System.Text.Json.Nodes;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>Anyone can verify an application's whole record, and tampering shows.</summary>
[Collection(SharedApp.Name)]
public sealed class RecordTests(SharedApp shared) : IAsyncLifetime
{
    private readonly RunningApp _app = shared.App;
    private ApplicationId _id;
    private TableClient _rows = null!;

    public async Task InitializeAsync()
    {
        (var id, var task) = await _app.InReviewAsync();
        await _app.GoesOnToTheRegisterAsync(id, task);
        _id = id;
        _rows = new TableClient(_app.ConnectionString, StorageNames.ApplicationsTable);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_has_the_application_its_documents_its_events_and_its_letters_and_is_whole()
    {
        var record = await RecordAsync();

        Assert.True((bool)record["chain"]!["whole"]!);
        Assert.Equal(record["events"]!.AsArray().Count, (int)record["chain"]!["events"]!);
        Assert.Equal("registrar", (string?)record["exportedBy"]);
        Assert.Equal("Published", (string?)record["application"]!["status"]);
        Assert.All(record["application"]!["documents"]!.AsArray(), document => Assert.Equal(64, ((string)document!["sha256"]!).Length));
        Assert.Equal(["Assigned", "Published"], record["letters"]!.AsArray().Select(letter => (string?)letter!["kind"]));
        Assert.All(record["letters"]!.AsArray(), letter => Assert.NotEmpty((string)letter!["text"]!));
        Assert.Equal("", await Verifier.ComplaintAsync(record));
    }

    [Fact]
    public async Task A_changed_event_shows()
    {
        TableEntity row = await _rows.GetEntityAsync<TableEntity>(_id.ToString(), ApplicationRows.Event(3));
        row["Json0"] = row.GetString("Json0").Replace("mito", "somebody-else", StringComparison.Ordinal);
        await _rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        await IsBrokenAtAsync(3, "Event 3 was changed after it was written.");
    }

    [Fact]
    public async Task A_changed_state_shows()
    {
        TableEntity row = await _rows.GetEntityAsync<TableEntity>(_id.ToString(), ApplicationRows.Application);
        row["Json0"] = row.GetString("Json0")
            .Replace("mito", "somebody-else", StringComparison.Ordinal)
            .Replace("Read and considered.", "Read.", StringComparison.Ordinal);
        await _rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        var last = (await _app.Applications.FindAsync(_id, default))!.Application.EventCount;

        await IsBrokenAtAsync(last, $"The application isn't as event {last} left it.");
    }

    [Fact]
    public async Task A_lost_event_shows()
    {
        await _rows.DeleteEntityAsync(_id.ToString(), ApplicationRows.Event(2));

        await IsBrokenAtAsync(2, "Event 2 is missing: number 3 stands in its place.");
    }

    [Fact]
    public async Task An_event_cut_off_the_end_shows()
    {
        var last = (await _app.Applications.FindAsync(_id, default))!.Application.EventCount;
        await _rows.DeleteEntityAsync(_id.ToString(), ApplicationRows.Event(last));

        await IsBrokenAtAsync(last, $"There are {last - 1} events; the application counts {last}.");
    }

    private async Task IsBrokenAtAsync(int number, string fault)
    {
        var record = await RecordAsync();

        Assert.False((bool)record["chain"]!["whole"]!);
        Assert.Equal((number, fault), ((int)record["chain"]!["brokenAt"]!, (string?)record["chain"]!["fault"]));
        Assert.Contains($"{number}", await Verifier.ComplaintAsync(record), StringComparison.Ordinal);
        Assert.False((bool)(await _app.ToldAsync(HttpMethod.Get, $"applications/{_id}"))["chain"]!["whole"]!);
    }

    private Task<JsonNode> RecordAsync() => _app.ToldAsync(HttpMethod.Get, $"applications/{_id}/record", persona: "registrar");
}
