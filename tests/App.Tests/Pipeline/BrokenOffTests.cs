using System.Net.Http.Json;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Pipeline;

/// <summary>When a request dies after its command is written, the sweeper completes the command.</summary>
public sealed class BrokenOffTests
{
    [Fact]
    public async Task A_submission_that_the_orchestration_never_heard_of_is_published_all_the_same()
    {
        await using var app = await RunningApp.StartAsync("SWEEP_SCHEDULE=* * * * * *");
        var id = await app.DraftAsync(AnApplication.WithoutFault);
        var draft = (await app.Applications.FindAsync(id, default))!;
        var submitted = draft
            .Application.Submit(RuleEditions.Default, People.Provider, DateTimeOffset.UtcNow)
            .Match(change => change, refusal => throw new InvalidOperationException(refusal.Detail));

        // The state left by a request that died in between: the outbox entry and the command, but nothing that follows from it.
        var lists = app.Get<Worklists>();
        await lists.AddToOutboxAsync(
            new OutboxEntry(id, Guid.NewGuid(), submitted.Application.Revision, DateTimeOffset.UtcNow.AddMinutes(-2)),
            default
        );
        await app.Applications.SaveAsync(draft, submitted, [], answer: null, trace: null, default);

        var inReview = await app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview);

        Assert.Single(inReview.Tasks);
        await Patience.UntilAsync(async () => await IsSettledAsync(lists, id), () => "The outbox entry is still there.");
    }

    [Fact]
    public async Task An_intent_whose_act_never_happened_starts_nothing_and_is_dropped()
    {
        await using var app = await RunningApp.StartAsync("SWEEP_SCHEDULE=* * * * * *");
        var id = await app.DraftAsync(AnApplication.WithoutFault);
        var draft = (await app.Applications.FindAsync(id, default))!.Application;
        var lists = app.Get<Worklists>();
        await lists.AddToOutboxAsync(new OutboxEntry(id, Guid.NewGuid(), draft.Revision + 1, DateTimeOffset.UtcNow.AddHours(-1)), default);

        await Patience.UntilAsync(async () => await IsSettledAsync(lists, id), () => "The outbox entry is still there.");

        Assert.Equivalent(draft, (await app.Applications.FindAsync(id, default))!.Application, strict: true);
    }

    [Fact]
    public async Task A_repeated_decision_under_the_same_key_is_answered_the_same_and_decides_once()
    {
        await using var app = await RunningApp.StartAsync();
        var id = await app.SubmittedAsync(AnApplication.WithoutFault);
        var task = (await app.UntilAsync(id, application => application.Status == ApplicationStatus.InReview)).Tasks.Single();
        using var evaluator = app.As(task.Assignee!);
        await app.FindAllMetAsync(task);
        evaluator.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        Uri decision = new($"/api/tasks/{task.Id}/decision", UriKind.Relative);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    evaluator.PostAsJsonAsync(
                        decision,
                        new
                        {
                            outcome = "Approve",
                            reasons = "Not this year.",
                            conditions = Array.Empty<string>(),
                        }
                    )
                )
        );
        var repeated = await evaluator.PostAsJsonAsync(
            decision,
            new
            {
                outcome = "Approve",
                reasons = "Not this year.",
                conditions = Array.Empty<string>(),
            }
        );

        var bodies = await Task.WhenAll(answers.Append(repeated).Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Single(bodies.Distinct());
        Assert.Single(await app.Applications.EventsAsync(id, default), e => e.Event == nameof(Approved));
    }

    private static async Task<bool> IsSettledAsync(Worklists lists, ApplicationId id)
    {
        await foreach (var entry in lists.OutboxAsync(default))
        {
            if (entry.Application == id)
            {
                return false;
            }
        }

        return true;
    }
}
