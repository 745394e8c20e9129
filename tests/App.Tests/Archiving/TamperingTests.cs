using System.Text.Json.Nodes;
using Azure.Data.Tables;
using MicroCred.App.Archiving;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Archiving;

/// <summary>Changes made directly in the storage account, bypassing the app, are found and named the next night.</summary>
public sealed class TamperingTests : IAsyncLifetime
{
    private ArchiveWorld _world = null!;
    private ApplicationId _id;
    private ApplicationId _other;

    public async Task InitializeAsync()
    {
        _world = await ArchiveWorld.BeginAsync();
        _id = await _world.InReviewAsync();
        _other = await _world.InReviewAsync();
        await _world.NightAsync();
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Nights_after_nothing_but_the_app_s_own_changes_find_nothing()
    {
        await _world.NightAsync();
        await _world.ActAsync(_id);
        await _world.NightAsync();
        await _world.NightAsync();

        var shown = await _world.ShownAsync();
        Assert.Equal((4, 2, 0), (shown.Night, shown.Compared, shown.Added));
        Assert.Empty(shown.Differences);
        Assert.Equal([0, 0, 0, 0], _world.Measured);
    }

    [Fact]
    public async Task A_row_altered_through_the_table_s_own_API()
    {
        await _world.AlterAsync(_id, ApplicationRows.Application, text =>
            text.Replace("evaluator-1", "evaluator-9", StringComparison.Ordinal)
        );

        Assert.Equal([DifferenceKind.ChainBroken, DifferenceKind.StateChanged], await _world.NightNamingAsync(_id));
    }

    [Fact]
    public async Task A_row_altered_whose_altered_state_the_next_act_took_for_the_truth()
    {
        await _world.AlterAsync(_id, ApplicationRows.Application, text =>
            text.Replace("\"title\":\"", "\"title\":\"Another ", StringComparison.Ordinal)
        );
        await _world.ActAsync(_id);

        Assert.Equal([DifferenceKind.ChainBroken, DifferenceKind.StateChanged], await _world.NightNamingAsync(_id));
        await _world.NightNamingAsync(_id);
    }

    [Fact]
    public async Task A_row_altered_before_any_night_and_then_changed_by_the_app_though_nothing_is_archived_to_hold_it_against()
    {
        var fresh = await _world.InReviewAsync();
        await _world.AlterAsync(fresh, ApplicationRows.Application, text =>
            text.Replace("\"title\":\"", "\"title\":\"Another ", StringComparison.Ordinal)
        );
        await _world.ActAsync(fresh);

        Assert.Equal([DifferenceKind.ChainBroken], await _world.NightNamingAsync(fresh));
    }

    [Fact]
    public async Task A_chain_rewritten_from_its_first_event_so_that_nothing_in_it_disagrees()
    {
        await _world.RewriteAsync(_id, state => state, e => e.Number == 1 ? "Somebody else began it." : e.Detail);

        Assert.Equal([DifferenceKind.EventChanged, DifferenceKind.StateChanged], await _world.NightNamingAsync(_id));
        Assert.Contains("Event 1 ", (await _world.ShownAsync()).Differences[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_rewritten_in_the_form_that_leaves_the_states_out()
    {
        await _world.RewriteAsync(_id, state => state, e => e.Detail, AuditEvent.WithoutState);

        Assert.Equal([DifferenceKind.EventChanged, DifferenceKind.StateChanged], await _world.NightNamingAsync(_id));
    }

    [Fact]
    public async Task A_chain_rewritten_is_named_night_after_night_though_what_it_became_goes_on_and_is_put_away()
    {
        await _world.RewriteAsync(_id, state => state, e => e.Number == 2 ? "d1: another." : e.Detail);
        await _world.NightNamingAsync(_id);
        await _world.ActAsync(_id);

        Assert.Equal([DifferenceKind.EventChanged], await _world.NightNamingAsync(_id));
        Assert.Equal([DifferenceKind.EventChanged], await _world.NightNamingAsync(_id));
        Assert.Equal(0, (await _world.ShownAsync()).Added);
    }

    [Fact]
    public async Task An_event_dropped_from_the_middle()
    {
        await _world.Rows.DeleteEntityAsync(_id.ToString(), ApplicationRows.Event(3));

        Assert.Equal([DifferenceKind.ChainBroken, DifferenceKind.EventGone], await _world.NightNamingAsync(_id));
        Assert.Contains(await DetailsAsync(), detail => detail == "Event 3 was put away and is gone.");
    }

    [Fact]
    public async Task The_last_event_dropped_with_the_state_put_back_to_what_it_was_before_it()
    {
        var before = await _world.RowAsync(_id, ApplicationRows.Application);
        await _world.ActAsync(_id);
        await _world.NightAsync();
        await _world.Rows.UpdateEntityAsync(before, Azure.ETag.All, TableUpdateMode.Replace);
        await _world.Rows.DeleteEntityAsync(_id.ToString(), ApplicationRows.Event(6));
        Assert.Null((await _world.WholeAsync(_id)).Break);

        Assert.Equal([DifferenceKind.EventGone, DifferenceKind.StateChanged], await _world.NightNamingAsync(_id));
    }

    [Fact]
    public async Task A_document_exchanged()
    {
        await _world
            .Documents.GetBlobClient($"{_id}/{DocumentBytes.HashOf("d1")}")
            .UploadAsync(BinaryData.FromString("Another's work."), overwrite: true);

        Assert.Equal([DifferenceKind.DocumentChanged], await _world.NightNamingAsync(_id));
        Assert.Contains("d1", (await DetailsAsync()).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_deleted()
    {
        await _world.Documents.DeleteBlobAsync($"{_id}/{DocumentBytes.HashOf("d1")}");

        Assert.Equal([DifferenceKind.DocumentGone], await _world.NightNamingAsync(_id));
    }

    [Fact]
    public async Task A_document_written_again_as_it_was_is_read_and_differs_in_nothing()
    {
        await _world
            .Documents.GetBlobClient($"{_id}/{DocumentBytes.HashOf("d1")}")
            .UploadAsync(BinaryData.FromString("d1"), overwrite: true);

        await _world.NightAsync();

        Assert.Equal(
            [$"{_id}/{DocumentBytes.HashOf("d1")}"],
            (await _world.Get<SignedNights>().LatestAsync(default))!.Documents.Select(document => document.Name)
        );
    }

    [Fact]
    public async Task A_row_deleted()
    {
        await _world.Rows.DeleteEntityAsync(_id.ToString(), ApplicationRows.Application);

        Assert.Equal([DifferenceKind.ApplicationGone], await _world.NightNamingAsync(_id));
    }

    [Fact]
    public async Task A_row_that_holds_no_application_any_more()
    {
        await _world.AlterAsync(_id, ApplicationRows.Application, _ => "Nothing.");

        Assert.Equal([DifferenceKind.Unreadable], await _world.NightNamingAsync(_id));
    }

    [Fact]
    public async Task What_was_put_right_again_is_found_no_more()
    {
        var row = await _world.RowAsync(_id, ApplicationRows.Application);
        await _world.Rows.DeleteEntityAsync(_id.ToString(), ApplicationRows.Application);
        await _world.NightOfDifferencesAsync();

        await _world.Rows.UpsertEntityAsync(row, TableUpdateMode.Replace);
        await _world.NightAsync();
        await _world.AlterAsync(_id, ApplicationRows.Application, text =>
            text.Replace("evaluator-1", "evaluator-9", StringComparison.Ordinal)
        );

        await _world.NightNamingAsync(_id);
    }

    [Fact]
    public async Task An_altered_state_is_put_away_once_as_evidence_and_never_becomes_what_others_are_held_against()
    {
        await _world.AlterAsync(_id, ApplicationRows.Application, text =>
            text.Replace("evaluator-1", "evaluator-9", StringComparison.Ordinal)
        );
        await _world.NightOfDifferencesAsync();
        Assert.Equal(1, (await _world.ShownAsync()).Added);

        await _world.NightOfDifferencesAsync();

        Assert.Equal(0, (await _world.ShownAsync()).Added);
    }

    [Fact]
    public async Task Fields_that_a_later_version_adds_look_like_no_tampering_neither_to_it_nor_to_this_one()
    {
        var later = await _world.InReviewAsync();
        await _world.RewriteAsync(later, state => With(state, "quota", 7), e => e.Detail);
        await _world.NightAsync();
        await _world.NightAsync();
        await _world.ActAsync(later);

        await _world.NightAsync();

        Assert.Null((await _world.WholeAsync(later)).Break);
    }

    [Fact]
    public async Task An_application_of_before_events_had_states_goes_on_and_is_held_against_its_state_all_the_same()
    {
        var former = await _world.InReviewAsync();
        await _world.RewriteAsync(former, state => state, e => e.Detail, AuditEvent.WithoutState);
        await _world.NightAsync();
        await _world.ActAsync(former);
        await _world.NightAsync();
        Assert.Equal([1, 1, 1, 1, 1, 2], (await _world.WholeAsync(former)).Events.Select(kept => kept.Event.Form));

        var altered = await _world.InReviewAsync();
        await _world.RewriteAsync(altered, state => state, e => e.Detail, AuditEvent.WithoutState);
        await _world.NightAsync();
        await _world.AlterAsync(altered, ApplicationRows.Application, text =>
            text.Replace("\"title\":\"", "\"title\":\"Another ", StringComparison.Ordinal)
        );
        await _world.ActAsync(altered);

        Assert.Equal([DifferenceKind.StateChanged], await _world.NightNamingAsync(altered));
    }

    [Fact]
    public async Task An_entry_s_public_file_exchanged_before_its_first_night()
    {
        var published = await _world.PublishedAsync();
        await _world
            .Register.GetBlobClient($"{published.Registration!.Number}.json")
            .UploadAsync(BinaryData.FromString("{}"), overwrite: true);

        Assert.Equal([DifferenceKind.EntryChanged], await _world.NightNamingAsync(published.Id));
    }

    [Fact]
    public async Task An_entry_s_public_file_exchanged()
    {
        var published = await _world.PublishedAsync();
        await _world.NightAsync();
        await _world
            .Register.GetBlobClient($"{published.Registration!.Number}.json")
            .UploadAsync(BinaryData.FromString("{}"), overwrite: true);

        Assert.Equal([DifferenceKind.EntryChanged], await _world.NightNamingAsync(published.Id));
    }

    [Fact]
    public async Task An_entry_s_public_file_that_an_accreditation_has_just_not_reached_yet()
    {
        await AccreditedAsync(DateTimeOffset.UtcNow);

        await _world.NightAsync();
    }

    [Fact]
    public async Task An_entry_s_public_file_put_back_to_before_an_accreditation()
    {
        await AccreditedAsync(Moments.Later(4));

        var shown = await _world.NightOfDifferencesAsync();
        Assert.All(shown.Differences, difference => Assert.Equal(DifferenceKind.EntryChanged, difference.Kind));
    }

    /// <summary>An entry that another body may deliver, which its file doesn't say.</summary>
    private async Task AccreditedAsync(DateTimeOffset at)
    {
        var number = (await _world.PublishedAsync()).Registration!.Number;
        var file = _world.Register.GetBlobClient($"{number}.json");
        var before = (await file.DownloadContentAsync()).Value.Content;
        await _world.PublishedAsync(
            application =>
                application with
                {
                    Provider = Providers.Stratcom,
                    Content = application.Content with { Type = ApplicationType.Accreditation, RegisterNumber = number },
                },
            at
        );
        await file.UploadAsync(before, overwrite: true);
    }

    private static JsonObject With(JsonObject state, string name, JsonNode value)
    {
        state[name] = value;
        return state;
    }

    private async Task<IEnumerable<string>> DetailsAsync() =>
        (await _world.ShownAsync()).Differences.Select(difference => difference.Detail);
}
