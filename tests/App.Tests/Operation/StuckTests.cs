using System.Net;
using System.Text.Json;
using MicroCred.App.Pipeline;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Operation;

/// <summary>An application that is stuck is found and freed, and goes on to the register.</summary>
[Collection(SharedApp.Name)]
public sealed class StuckTests(SharedApp shared)
{
    private static readonly object Why = new { reason = "A test." };
    private static readonly object Anew = new { reason = "A test.", anew = true };

    private readonly RunningApp _app = shared.App;

    [Fact]
    public async Task One_whose_orchestration_was_ended_is_found_and_freed()
    {
        (var id, var task) = await _app.InReviewAsync();
        Assert.Null(await _app.StuckForAsync(id));
        await _app.Engine.TerminateAsync(id, "A slip.");
        await Patience.UntilAsync(async () => await _app.StuckForAsync(id) == "Ended", () => "It isn't found.");
        var before = await _app.ToldAsync(HttpMethod.Get, $"applications/{id}");

        var freed = await _app.ToldAsync(HttpMethod.Post, $"applications/{id}/restart", Why);

        Assert.Equal(("Terminated", "A slip."), ((string?)before["instance"]!["status"], (string?)before["instance"]!["failure"]));
        Assert.True((string?)freed["instance"]!["status"] is "Pending" or "Running", freed.ToString());
        Assert.Null(await _app.StuckForAsync(id));
        await _app.GoesOnToTheRegisterAsync(id, task);
    }

    [Fact]
    public async Task One_whose_orchestration_failed_is_found_with_what_it_says_and_freed()
    {
        (var id, var task) = await _app.InReviewAsync();
        await _app.Engine.TerminateAsync(id, "A test.");
        await _app.Engine.StartAsync("NoSuch", id);
        await Patience.UntilAsync(async () => await _app.StuckForAsync(id) == "Failed", () => "It isn't found.");

        Assert.Contains(
            "NoSuch",
            (string?)(await _app.ToldAsync(HttpMethod.Get, $"applications/{id}"))["instance"]!["failure"],
            StringComparison.Ordinal
        );
        await _app.ToldAsync(HttpMethod.Post, $"applications/{id}/restart", Why);

        await _app.GoesOnToTheRegisterAsync(id, task);
        Assert.Null(await _app.StuckForAsync(id));
    }

    [Fact]
    public async Task One_with_a_step_that_cannot_succeed_is_found_at_once_with_its_kind_and_what_to_do()
    {
        var nowhere = AnApplication.WithoutFault.Submitted() with { Id = ApplicationId.New(Guid.NewGuid()) };
        await _app.Worklists.ShowAsync(null, nowhere, default);
        await _app.Engine.StartAsync(
            nameof(ApprovalOrchestrator),
            nowhere.Id,
            JsonSerializer.Serialize(new Position(1, Stage.Validation, WakeAt: null), AppJson.Stored)
        );

        await Patience.UntilAsync(async () => await _app.StuckForAsync(nowhere.Id) == "Failed", () => $"It isn't found.\n{_app.Log}");

        var stuck = (await _app.ToldAsync(HttpMethod.Get, "stuck")).AsArray().Single(one => (string?)one!["id"] == nowhere.Id.ToString())!;
        Assert.Equal("Refused", (string?)stuck["failure"]);
        Assert.Contains("restart it", (string?)stuck["toDo"], StringComparison.Ordinal);
        Assert.Contains(
            $"Lasting failure (Refused) of application {nowhere.Id}",
            (await _app.Engine.FindAsync(nowhere.Id))!.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_whose_orchestration_was_halted_goes_on()
    {
        (var id, var task) = await _app.InReviewAsync();
        await _app.Engine.SuspendAsync(id, "To look.");
        await Patience.UntilAsync(async () => await _app.StuckForAsync(id) == "Suspended", () => "It isn't found.");

        await _app.ToldAsync(HttpMethod.Post, $"applications/{id}/restart", Why);

        await _app.GoesOnToTheRegisterAsync(id, task);
    }

    [Fact]
    public async Task One_without_any_orchestration_is_found_after_three_minutes_and_freed()
    {
        var id = await _app.DraftAsync(AnApplication.WithoutFault);
        var draft = (await _app.Applications.FindAsync(id, default))!;
        var submitted = draft.Application.Submit(RuleEditions.Default, People.Provider, DateTimeOffset.UtcNow).Change();
        await _app.Applications.SaveAsync(draft, submitted, [], answer: null, trace: null, default);
        await _app.Worklists.ShowAsync(draft.Application, submitted.Application, default);
        await _app.Worklists.AddToOutboxAsync(
            new OutboxEntry(id, Guid.NewGuid(), submitted.Application.Revision, DateTimeOffset.UtcNow.AddMinutes(-4)),
            default
        );

        // An entry whose command was never written doesn't count as broken off.
        var unwritten = await _app.DraftAsync(AnApplication.WithoutFault);
        await _app.Worklists.AddToOutboxAsync(
            new OutboxEntry(unwritten, Guid.NewGuid(), 99, DateTimeOffset.UtcNow.AddMinutes(-4)),
            default
        );

        Assert.Equal("ActBrokeOff", await _app.StuckForAsync(id));
        Assert.Null(await _app.StuckForAsync(unwritten));
        var state = await _app.ToldAsync(HttpMethod.Get, $"applications/{id}");
        await _app.ToldAsync(HttpMethod.Post, $"applications/{id}/restart", Why);

        Assert.Null(state["instance"]);
        Assert.Single(state["brokenOffActs"]!.AsArray());
        var inReview = await _app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview);
        await _app.GoesOnToTheRegisterAsync(id, inReview.Tasks.Single());
    }

    [Fact]
    public async Task One_that_runs_is_ended_and_begun_anew_where_that_is_asked_and_twice_at_once_does_no_harm()
    {
        (var id, var task) = await _app.InReviewAsync();
        var revision = (await _app.Applications.FindAsync(id, default))!.Application.Revision;
        var first = (await _app.Engine.FindAsync(id))!.CreatedTime;

        await Task.WhenAll(
            _app.ToldAsync(HttpMethod.Post, $"applications/{id}/restart", Anew),
            _app.ToldAsync(HttpMethod.Post, $"applications/{id}/restart", Anew)
        );

        Assert.True((await _app.Engine.FindAsync(id))!.CreatedTime > first, "It is the same as before.");
        Assert.Equal(revision, (await _app.Applications.FindAsync(id, default))!.Application.Revision);
        await _app.GoesOnToTheRegisterAsync(id, task);
    }

    [Fact]
    public async Task Restarting_one_that_runs_leaves_it_as_it_is()
    {
        (var id, var task) = await _app.InReviewAsync();
        var first = (await _app.Engine.FindAsync(id))!.CreatedTime;

        await _app.ToldAsync(HttpMethod.Post, $"applications/{id}/restart", Why);

        Assert.Equal(first, (await _app.Engine.FindAsync(id))!.CreatedTime);
        await _app.GoesOnToTheRegisterAsync(id, task);
        Assert.Equal(HttpStatusCode.Conflict, (await _app.AskAsync(HttpMethod.Post, $"applications/{id}/restart", Why)).Status);
    }

    [Fact]
    public async Task There_is_nothing_to_restart_of_a_draft_or_of_what_there_isnt()
    {
        var draft = await _app.DraftAsync(AnApplication.WithoutFault);

        Assert.Equal(HttpStatusCode.Conflict, (await _app.AskAsync(HttpMethod.Post, $"applications/{draft}/restart", Why)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.AskAsync(HttpMethod.Post, $"applications/{Guid.NewGuid()}/restart", Why)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.AskAsync(HttpMethod.Get, $"applications/{Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_operator_has_to_say_why(string reason)
    {
        (var id, _) = await _app.InReviewAsync();

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await _app.AskAsync(HttpMethod.Post, $"applications/{id}/restart", new { reason })).Status
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.AskAsync(HttpMethod.Post, "repair", new { reason })).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await _app.AskAsync(HttpMethod.Post, "poison/notifications/redrive", new { reason })).Status
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.AskAsync(HttpMethod.Post, "repair", new { })).Status);
    }
}
