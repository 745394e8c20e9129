using MicroCred.App.Evaluation;
using MicroCred.App.Submission;
using MicroCred.Approval.Tests;
using MicroCred.Simulation.Engine;

namespace MicroCred.Simulation.Pipeline;

/// <summary>What happens when nobody acts: months pass in seconds.</summary>
[Collection(SharedStorage.Name)]
public sealed class PassingTimeTests(SharedStorage storage)
{
    private static readonly AnApplication TooLarge = AnApplication.WithoutFault.With(content =>
        content with
        {
            Credits = 41,
            LearningHours = 410,
        }
    );

    [Fact]
    public async Task A_returned_application_lapses_after_sixty_working_days_and_its_provider_is_reminded_before()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(TooLarge);
        var returned = await app.NowAsync(id, ApplicationStatus.Returned);

        var lapsed = await app.LetTimePassUntilAsync(id, application => application.Status == ApplicationStatus.Lapsed);

        var events = await app.EventsAsync(id);
        Assert.Equal(
            ["Submitted", "Returned", "Reminded", "Reminded", "Lapsed"],
            events.Select(e => e.Event).SkipWhile(name => name != "Submitted")
        );
        Assert.Equal(WorkingDays.DayOf(returned.LapsesAt!.Value), WorkingDays.DayOf(events[^1].At));
        Assert.Equal(WorkingDays.Deadline(events[0].At, 60), events[^1].At);
        Assert.Null(await app.BreakAsync(id));
        Assert.Null(lapsed.WaitingFor);
    }

    [Fact]
    public async Task One_that_is_corrected_on_its_last_day_does_not_lapse()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(TooLarge);
        var returned = await app.NowAsync(id, ApplicationStatus.Returned);
        await app.Simulation.PassAsync(returned.LapsesAt!.Value - app.Clock.GetUtcNow() - TimeSpan.FromHours(1));

        await app.DoAsync(new ReplaceApplication(id, AnApplication.WithoutFault.Content), SimulatedApp.Mito);
        await app.DoAsync(new SubmitApplication(id), SimulatedApp.Mito);
        await app.Simulation.PassAsync(TimeSpan.FromDays(7));

        Assert.Equal(ApplicationStatus.InReview, (await app.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task An_evaluator_is_reminded_before_the_deadline_and_with_the_registrar_after_it()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        var task = (await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single();

        await app.LetTimePassUntilAsync(id, application => application.RemindedOf > task.Due);

        var reminders = (await app.EventsAsync(id)).Where(e => e.Event == nameof(Reminded)).ToList();
        Assert.Equal(
            [WorkingDays.Deadline(Moments.Monday, 10), WorkingDays.Deadline(Moments.Monday, 16), task.Due],
            reminders.Take(3).Select(reminder => reminder.At)
        );
        Assert.All(reminders, reminder => Assert.Contains(task.Assignee!, reminder.Detail, StringComparison.Ordinal));
        Assert.Contains(await app.Applications.NoticesSinceAsync(id, 0, default), notice =>
            notice is EvaluationOverdueNotice { Envelope.Recipient: "registrar" }
        );
    }

    [Fact]
    public async Task Somebody_who_never_decides_is_reminded_for_a_year_every_few_working_days()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        var due = (await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single().Due;

        await app.Simulation.PassAsync(TimeSpan.FromDays(365));

        var late = (await app.EventsAsync(id)).Where(e => e.Event == nameof(Reminded) && e.At >= due).Select(e => e.At).ToList();
        Assert.Equal(
            Enumerable
                .Range(0, late.Count - 1)
                .Select(number => WorkingDays.Deadline(late[number], Stages.Settings.OverdueReminderWorkingDays)),
            late.Skip(1)
        );
        Assert.True(app.Clock.GetUtcNow() - late[^1] < TimeSpan.FromDays(14), $"The last reminder was at {late[^1]}.");
    }

    [Fact]
    public async Task A_question_that_is_not_answered_in_time_waits_for_a_registrar_who_extends_or_closes_it()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        var task = (await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single();
        await app.AskAsync(task);
        var due = (await app.ReadAsync(id)).InformationRequests.Single().Due;

        await app.LetTimePassUntilAsync(id, application => application.RemindedOf >= due);
        await app.NowAsync(id, ApplicationStatus.InformationRequested);
        var notices = await app.Applications.NoticesSinceAsync(id, 0, default);
        Assert.Equal(2, notices.Count(notice => notice is InformationDueNotice { Envelope.Recipient: "9001" }));
        Assert.Contains(notices, notice => notice is InformationOverdueNotice { Envelope.Recipient: "registrar" });

        var day = WorkingDays.Add(WorkingDays.DayOf(app.Clock.GetUtcNow()), 5);
        await app.DoAsync(new ExtendInformationRequest(id, 1, new(day, "They are ill.")), SimulatedApp.Registrar);
        await app.LetTimePassUntilAsync(id, application => application.RemindedOf >= WorkingDays.EndOf(day));
        notices = await app.Applications.NoticesSinceAsync(id, 0, default);
        Assert.Equal(4, notices.Count(notice => notice is InformationDueNotice));

        await app.Simulation.PassAsync(TimeSpan.FromSeconds(1));
        await app.DoAsync(new LapseInformationRequest(id, 1, new("Nobody could be reached.")), SimulatedApp.Registrar);
        var resumed = await app.NowAsync(id, ApplicationStatus.InReview);
        var waited = WorkingDays.Between(WorkingDays.DayOf(Moments.Monday), WorkingDays.DayOf(app.Clock.GetUtcNow()));
        Assert.Equal(WorkingDays.Deadline(task.Due, waited), resumed.Tasks.Single().Due);
        await app.LetTimePassUntilAsync(id, application => application.RemindedOf >= resumed.Tasks.Single().Due);
        Assert.Null(await app.BreakAsync(id));
    }

    [Fact]
    public async Task A_task_that_was_extended_has_the_reminders_of_its_new_due_date_and_none_of_the_old_one()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        var task = (await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single();
        await app.Simulation.PassAsync(TimeSpan.FromDays(2));
        var day = WorkingDays.Add(WorkingDays.DayOf(app.Clock.GetUtcNow()), 40);

        await app.DoAsync(new ExtendTask(task.Id, new(day, "It is long.")), SimulatedApp.Registrar);
        await app.LetTimePassUntilAsync(id, application => application.RemindedOf >= WorkingDays.EndOf(day));

        var started = Moments.Later(2);
        Assert.Equal(
            [WorkingDays.Deadline(started, 20), WorkingDays.Deadline(started, 32), WorkingDays.Deadline(started, 40)],
            (await app.EventsAsync(id)).Where(e => e.Event == nameof(Reminded)).Select(e => e.At)
        );
    }

    [Fact]
    public async Task A_funding_adviser_is_reminded_of_a_referral_after_publication_until_it_is_settled()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault.AskingForFunding(funding => funding with { EmploymentOutcomes = null }));
        await app.Decide((await app.NowAsync(id, ApplicationStatus.InReview)).Tasks.Single(), TaskOutcome.Approve);
        var referral = (await app.NowAsync(id, ApplicationStatus.Published)).Tasks.Single(task => task.Kind == TaskKind.FundingReferral);

        await app.LetTimePassUntilAsync(id, application => application.RemindedOf > referral.Due);
        await app.DoAsync(
            new Decide(referral.Id, new(TaskOutcome.Eligible, "They told us on the telephone.")),
            SimulatedApp.Assignee(referral)
        );

        var published = await app.NowAsync(id, ApplicationStatus.Published);
        Assert.Equal(FundingOutcome.Eligible, published.Funding!.Outcome);
    }

    /// <summary>The engine loses half of the turns, and repeats each minutes later; meanwhile the task moves.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_reminder_is_not_lost_though_somebody_acts_before_its_turn_is_taken(int seed)
    {
        await using var app = await SimulatedApp.StartAsync(
            storage,
            SimulatedApp.Setup with
            {
                Seed = seed,
                Faults = new Faults(TurnRedone: 0.5),
            }
        );
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        var task = (await app.LetTimePassUntilAsync(id, application => application.Stage == Stage.Evaluation)).Tasks.Single();
        await app.Simulation.PassAsync(task.Due.AddMinutes(1) - app.Clock.GetUtcNow());

        await app.DoAsync(new ReleaseTask(task.Id, new("I am away.")), SimulatedApp.Assignee(task));
        await app.Simulation.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(task.Due, (await app.ReadAsync(id)).RemindedOf);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_withdrawn()
    {
        await using var app = await SimulatedApp.StartAsync(storage);
        var id = await app.SubmitAsync(AnApplication.WithoutFault);
        await app.NowAsync(id, ApplicationStatus.InReview);
        await app.DoAsync(new WithdrawApplication(id, new("We changed our plans.")), SimulatedApp.Mito);

        await app.Simulation.PassAsync(TimeSpan.FromDays(365));

        Assert.Equal(nameof(Withdrawn), (await app.EventsAsync(id))[^1].Event);
        Assert.False((await app.Simulation.Client.GetInstanceAsync($"{id}"))!.IsRunning);
    }
}
