using Microsoft.Azure.Functions.Worker;
using MicroCred.Tests.Support;
using Azure.Storage.Queues;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Operation;

/// <summary>The gauges that alerts watch, measured as the timer does. The virtual clock stands wherever a test needs it.</summary>
public sealed class BacklogTests
{
    private static readonly TimeSpan OutOfReach = TimeSpan.FromHours(1);
    private static readonly int[] Moderation = [6];

    [Fact]
    public async Task Messages_that_wait_and_messages_that_were_set_aside_are_counted_by_queue()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        await new QueueClient(app.ConnectionString, "notifications").SendMessageAsync("later", OutOfReach);
        QueueClient aside = new(app.ConnectionString, "scan-results-poison");
        await aside.CreateAsync();
        await aside.SendMessageAsync("one");
        await aside.SendMessageAsync("two");

        using Measurements measured = await Measure(app);

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
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock, ClockAt(TimeSpan.FromMinutes(minutes)));
        await SubmittedWithoutOrchestration(app);

        using Measurements measured = await Measure(app);

        Assert.Equal([stuck], measured.Of("microcred.instances.stuck"));
    }

    [Fact]
    public async Task An_application_that_waits_for_a_person_is_not_stuck()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock, ClockAt(TimeSpan.FromDays(1)));
        await app.Draft(AnApplication.WithoutFault);
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault);
        await app.Until(id, application => application.Status == ApplicationStatus.InReview);
        await app.LettersSent(id, 1);

        using Measurements measured = await Measure(app);

        Assert.Equal([0], measured.Of("microcred.instances.stuck"));
        Assert.Equal([0], measured.Of("microcred.evaluations.late"));
    }

    [Fact]
    public async Task An_evaluation_past_its_due_date_is_late_until_the_provider_is_asked_something()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault);
        EvaluationTask task = (await app.Until(id, application => application.Status == ApplicationStatus.InReview)).Tasks.Single();
        await app.LetTimePassUntil(id, application => application.RemindedOf > task.Due);

        using Measurements before = await Measure(app);
        await app.Send(task.Assignee!, HttpMethod.Post, $"/api/tasks/{task.Id}/information-requests", new { question = "How is it moderated?", criteria = Moderation });
        using Measurements after = await Measure(app);

        Assert.Equal([1], before.Of("microcred.evaluations.late").Take(1));
        Assert.Equal([0], after.Of("microcred.evaluations.late"));
    }

    [Fact]
    public async Task The_oldest_act_of_which_not_all_is_done_says_how_old_it_is()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        DateTimeOffset now = app.Get<TimeProvider>().GetUtcNow();
        await app.Worklists.Intend(new Intent(ApplicationId.New(Guid.NewGuid()), Guid.NewGuid(), 2, now.AddMinutes(-1)), default);
        await app.Worklists.Intend(new Intent(ApplicationId.New(Guid.NewGuid()), Guid.NewGuid(), 2, now.AddMinutes(-10)), default);

        using Measurements measured = await Measure(app);

        Assert.Equal(600, Assert.Single(measured.Of("microcred.acts.oldest_broken_off")), precision: 3);
    }

    [Fact]
    public async Task Where_nothing_is_under_way_every_gauge_is_zero()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);

        using Measurements measured = await Measure(app);

        Assert.All(
            ["microcred.instances.stuck", "microcred.evaluations.late", "microcred.acts.oldest_broken_off"],
            gauge => Assert.Equal([0], measured.Of(gauge)));
    }

    [Fact]
    public async Task The_timer_measures_with_the_sweeper_s_schedule()
    {
        await using RunningApp app = await RunningApp.Start("SWEEP_SCHEDULE=* * * * * *");
        using Measurements measured = new(app);

        await Patience.UntilAsync(() => Task.FromResult(measured.Of("microcred.instances.stuck").Count > 0), () => "Nothing was measured.");
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void An_approved_application_is_stuck_unless_a_funding_adviser_is_waited_for(bool referred, int stuck)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        ApplicationId id = ApplicationId.New(Guid.NewGuid());
        Backlog backlog = new(
            [new(id, ApplicationStatus.Approved, now.AddHours(-1))], referred ? [new(id, TaskKind.FundingReferral, now.AddDays(1))] : [], []);

        Assert.Equal(stuck, backlog.Stuck(now));
    }

    private static string ClockAt(TimeSpan ahead) => $"Emulator:ClockStart={DateTimeOffset.UtcNow + ahead:O}";

    /// <summary>What a lost orchestration leaves: the application is on the list, and nothing takes it off.</summary>
    private static async Task SubmittedWithoutOrchestration(RunningApp app)
    {
        Case draft = (await app.Cases.Find(await app.Draft(AnApplication.WithoutFault), default))!;
        Change submitted = draft.Application.Submit(RuleEditions.Default, People.Provider, DateTimeOffset.UtcNow).Change();
        Case saved = await app.Cases.Save(draft, submitted, [], null, default);
        await app.Worklists.Show(draft.Application, saved.Application, default);
    }

    private static async Task<Measurements> Measure(RunningApp app)
    {
        Measurements measured = new(app);
        await ActivatorUtilities.CreateInstance<MeasureBacklog>(app.Get<IServiceProvider>()).Run(new TimerInfo(), default);
        return measured;
    }
}
