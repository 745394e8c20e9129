using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Operation;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Operation;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Archiving;

/// <summary>
/// docs/verify-record.mjs: what a record proves alone, what only the signed nights prove, and that it says which is which.
/// </summary>
public sealed class VerifyRecordTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ArchiveWorld _world = null!;
    private ApplicationId _id;

    public async Task InitializeAsync()
    {
        _world = await ArchiveWorld.BeginAsync();
        _id = await _world.InReviewAsync();
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_record_as_the_app_wrote_it_is_whole_and_is_said_to_show_no_more_than_that()
    {
        await _world.ActAsync(_id);

        var said = await WholeAsync();

        Assert.Contains("6 events", said, StringComparison.Ordinal);
        Assert.Contains("The state is as the last event left it", said, StringComparison.Ordinal);
        Assert.Contains("Whether all of it was written anew, this record can't show alone", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_state_is_found()
    {
        await _world.AlterAsync(_id, ApplicationRows.Application, text =>
            text.Replace("evaluator-1", "evaluator-9", StringComparison.Ordinal)
        );
        await ComplainsAsync("The state isn't as event 5 left it.");
    }

    [Fact]
    public async Task An_altered_state_that_an_act_took_for_the_truth_is_found()
    {
        await _world.AlterAsync(_id, ApplicationRows.Application, text =>
            text.Replace("\"title\":\"", "\"title\":\"Another ", StringComparison.Ordinal)
        );
        await _world.ActAsync(_id);
        await ComplainsAsync("The application was changed between event 5 and event 6.");
    }

    [Fact]
    public async Task An_event_dropped_from_the_middle_is_found()
    {
        await _world.Rows.DeleteEntityAsync(_id.ToString(), ApplicationRows.Event(3));
        await ComplainsAsync("Event 3 is missing.");
    }

    [Fact]
    public async Task A_document_that_no_event_added_is_found_though_every_hash_is_as_it_has_to_be()
    {
        await _world.RewriteAsync(
            _id,
            state =>
            {
                state["documents"]![0]!["sha256"] = DocumentBytes.HashOf("another");
                return state;
            },
            e => e.Detail
        );
        await ComplainsAsync("The documents aren't those that the events added and didn't remove.");
    }

    [Fact]
    public async Task A_record_that_reads_otherwise_than_its_text_is_found()
    {
        var record = await RecordAsync();
        record["application"]!["content"]!["microCredential"]!["title"] = "Another";
        await ComplainsAsync("The application isn't what the state's text has.", record);
    }

    [Fact]
    public async Task Events_of_the_former_form_are_said_to_show_nothing_of_the_state()
    {
        await _world.RewriteAsync(_id, state => state, e => e.Detail, AuditEvent.WithoutState);
        Assert.Contains("No event has the hash of a state", await WholeAsync(), StringComparison.Ordinal);

        await _world.ActAsync(_id);
        Assert.Contains("The first 5 events have no hash of a state", await WholeAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_event_behind_one_with_a_state_is_found()
    {
        var record = await RecordAsync();
        var last = record["events"]![4]!.AsObject();
        last["form"] = 1;
        last.Remove("stateBefore");
        last.Remove("stateAfter");
        last["hash"] = Hashes.Of(last.Deserialize<AuditEvent>(AppJson.Stored)!);
        record["lastHash"] = (string)last["hash"]!;
        await ComplainsAsync("Event 5 is of an older form than the one before it.", record);
    }

    [Fact]
    public async Task A_chain_written_anew_in_whole_is_found_by_the_signed_nights_alone()
    {
        await _world.NightAsync();
        await _world.ActAsync(_id);
        Assert.Contains("Nights given: 1, each signed", await WholeAsync(await KeyAndNightsAsync()), StringComparison.Ordinal);
        await _world.RewriteAsync(_id, state => state, e => e.Number == 1 ? "Somebody else began it." : e.Detail);

        await WholeAsync();

        await ComplainsAsync(
            "Event 5 isn't the one that was put away: the chain was written anew, or cut off.",
            await RecordAsync(),
            await KeyAndNightsAsync()
        );
    }

    [Fact]
    public async Task A_night_that_another_key_signed_or_that_is_missing_shows_nothing()
    {
        await _world.NightAsync();
        await _world.NightAsync();
        var given = await KeyAndNightsAsync();
        await ComplainsAsync("Night 2 refers to a night 1 that isn't given.", await RecordAsync(), [given[0], given[2]]);

        var other = _folder["other.pem"];
        using (var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256))
        {
            await File.WriteAllTextAsync(other, key.ExportSubjectPublicKeyInfoPem());
        }

        await ComplainsAsync("isn't a night that this key signed.", await RecordAsync(), [other, .. given[1..]]);
    }

    [Fact]
    public async Task A_file_that_was_put_away_is_held_against_what_was_signed_of_it()
    {
        await _world.NightAsync();
        var file = Assert.Single(await _world.Audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{_id}/", default).ToListAsync());
        var archived = _folder["archived.json"];
        await _world.Audit.GetBlobClient(file.Name).DownloadToAsync(archived);
        var given = await KeyAndNightsAsync();
        Assert.Equal(0, (await Verifier.CheckAsync(archived, given)).Code);

        await File.AppendAllTextAsync(archived, " ");

        (var code, var said) = await Verifier.CheckAsync(archived, given);
        Assert.Equal(1, code);
        Assert.Contains("The file isn't one that was signed.", said, StringComparison.Ordinal);
    }

    private async Task<JsonNode> RecordAsync() =>
        JsonSerializer.SerializeToNode(
            ApplicationRecord.Of(await _world.WholeAsync(_id), [], [], "registrar", Moments.Monday),
            AppJson.Api
        )!;

    private async Task<string> WholeAsync(params string[] key)
    {
        (var code, var said) = await CheckedAsync(await RecordAsync(), key);
        Assert.True(code == 0, said);
        return said;
    }

    private async Task ComplainsAsync(string complaint, JsonNode? record = null, params string[] key)
    {
        (var code, var said) = await CheckedAsync(record ?? await RecordAsync(), key);
        Assert.Equal(1, code);
        Assert.Contains(complaint, said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> CheckedAsync(JsonNode record, string[] key)
    {
        await File.WriteAllTextAsync(_folder["record.json"], record.ToJsonString());
        return await Verifier.CheckAsync(_folder["record.json"], key);
    }

    /// <summary>The key, and the nights in order.</summary>
    private async Task<string[]> KeyAndNightsAsync()
    {
        List<string> files = [AppServices.SigningKeyPath];
        await foreach (var night in _world.Audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, "nights/", default))
        {
            files.Add(_folder[night.Name.Split('/')[1]]);
            await _world.Audit.GetBlobClient(night.Name).DownloadToAsync(files[^1]);
        }

        return [.. files];
    }
}
