using Azure.Storage.Queues;
using MicroCred.App.Operation;
using MicroCred.App.Quotas;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Operation;

/// <summary>The gauges that alerts watch, measured as the timer does. Each test sets the clock.</summary>
public sealed class BacklogTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan OutOfReach = TimeSpan.FromHours(1);

    private AppServices _app = null!;
    private string _account = null!;
    private FixedClock _clock = null!;

    public async Task InitializeAsync()
    {
        _account = await SharedStorage.AccountOfItsOwnAsync();
        _clock = new FixedClock(DateTimeOffset.UtcNow);
        _app = new AppServices(_account, _clock);
        await _app.CreateStorageAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Messages_that_wait_and_messages_that_were_set_aside_are_counted_by_queue()
    {
        await new QueueClient(_account, "notifications").SendMessageAsync("later", OutOfReach);
        QueueClient aside = new(_account, "scan-results-poison");
        await aside.CreateAsync();
        await aside.SendMessageAsync("one");
        await aside.SendMessageAsync("two");

        using var measured = await MeasureAsync();

        Assert.Equal([1], measured.Of("microcred.queue.waiting", "queue=notifications"));
        Assert.Equal([0], measured.Of("microcred.queue.poison", "queue=notifications"));
        Assert.Equal([0], measured.Of("microcred.queue.waiting", "queue=scan-results"));
        Assert.Equal([2], measured.Of("microcred.queue.poison", "queue=scan-results"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 1)]
    public async Task An_application_that_waits_for_the_system_is_stuck_after_a_quarter_of_an_hour(int minutes, int stuck)
    {
        await ShowAsync(AnApplication.WithoutFault.Submitted());
        _clock.Now += TimeSpan.FromMinutes(minutes);

        using var measured = await MeasureAsync();

        Assert.Equal([stuck], measured.Of("microcred.instances.stuck"));
    }

    [Fact]
    public async Task An_application_that_waits_for_a_person_is_not_stuck()
    {
        await ShowAsync(AnApplication.WithoutFault.Draft());
        await ShowAsync(AnApplication.WithoutFault.InReview());
        _clock.Now = Moments.Monday + TimeSpan.FromDays(1);

        using var measured = await MeasureAsync();

        Assert.Equal([0], measured.Of("microcred.instances.stuck"));
        Assert.Equal([0], measured.Of("microcred.evaluations.late"));
    }

    [Fact]
    public async Task An_evaluation_past_its_due_date_is_late_until_the_provider_is_asked_something()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        var task = inReview.Tasks.Single();
        await ShowAsync(inReview);
        _clock.Now = task.Due + TimeSpan.FromDays(1);

        using var before = await MeasureAsync();
        var asked = inReview
            .RequestInformation(
                task.Id,
                "How is it moderated?",
                [6],
                [],
                new EvaluationSettings(),
                new Actor(task.Assignee!, "Evaluator", ActorKind.Evaluator),
                _clock.Now
            )
            .Change()
            .Application;
        await _app.Get<Worklists>().ShowAsync(inReview, asked, default);
        using var after = await MeasureAsync();

        Assert.Equal([1], before.Of("microcred.evaluations.late").Take(1));
        Assert.Equal([0], after.Of("microcred.evaluations.late"));
    }

    [Fact]
    public async Task The_oldest_act_of_which_not_all_is_done_says_how_old_it_is()
    {
        var lists = _app.Get<Worklists>();
        var draft = Application.Draft(
            ApplicationId.New(Guid.NewGuid()),
            Providers.Mito,
            AnApplication.WithoutFault.Content,
            People.Provider,
            _clock.Now
        );
        await _app.Get<ApplicationStore>().SaveAsync(null, draft, [], answer: null, trace: null, default);
        await lists.AddToOutboxAsync(new OutboxEntry(draft.Application.Id, Guid.NewGuid(), 1, _clock.Now.AddMinutes(-1)), default);
        await lists.AddToOutboxAsync(new OutboxEntry(draft.Application.Id, Guid.NewGuid(), 1, _clock.Now.AddMinutes(-10)), default);

        // Entries whose command was never written don't count: one's revision doesn't exist, the other's application doesn't.
        await lists.AddToOutboxAsync(new OutboxEntry(draft.Application.Id, Guid.NewGuid(), 2, _clock.Now.AddMinutes(-20)), default);
        await lists.AddToOutboxAsync(
            new OutboxEntry(ApplicationId.New(Guid.NewGuid()), Guid.NewGuid(), 2, _clock.Now.AddMinutes(-30)),
            default
        );

        using var measured = await MeasureAsync();

        Assert.Equal(600, Assert.Single(measured.Of("microcred.acts.oldest_broken_off")), precision: 3);
    }

    [Fact]
    public async Task What_providers_have_used_of_their_day_is_told_by_provider_and_quota()
    {
        var ledger = _app.Get<QuotaLedger>();
        await ledger.TakeAsync(Providers.Mito.Number, new(Bytes: 10L << 30, Drafts: 4_000), default);
        await ledger.TakeAsync(Providers.Careerforce.Number, new(Documents: 5_000), default);

        using var measured = await MeasureAsync();

        Assert.Equal([0.5], measured.Of("microcred.quota.used", $"provider={Providers.Mito.Number} quota=bytes"));
        Assert.Equal([0.8], measured.Of("microcred.quota.used", $"provider={Providers.Mito.Number} quota=drafts"));
        Assert.Equal([0], measured.Of("microcred.quota.used", $"provider={Providers.Mito.Number} quota=documents"));
        Assert.Equal([0.25], measured.Of("microcred.quota.used", $"provider={Providers.Careerforce.Number} quota=documents"));
    }

    [Fact]
    public async Task Where_nothing_is_under_way_every_gauge_is_zero()
    {
        using var measured = await MeasureAsync();

        Assert.All(
            ["microcred.instances.stuck", "microcred.evaluations.late", "microcred.acts.oldest_broken_off", "microcred.documents.withheld"],
            gauge => Assert.Equal([0], measured.Of(gauge))
        );
    }

    private Task ShowAsync(Application application) => _app.Get<Worklists>().ShowAsync(null, application, default);

    private async Task<Measurements> MeasureAsync()
    {
        Measurements measured = new(_app);
        await ActivatorUtilities.CreateInstance<MeasureBacklog>(_app.Get<IServiceProvider>()).RunAsync(new TimerInfo(), default);
        return measured;
    }
}
