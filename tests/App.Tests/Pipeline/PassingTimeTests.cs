using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Pipeline;

/// <summary>What happens when nobody does anything, on the virtual clock: months pass in seconds.</summary>
public sealed class PassingTimeTests
{
    private static readonly int[] Moderation = [6];

    [Fact]
    public async Task A_returned_application_lapses_after_sixty_working_days_and_its_provider_is_reminded_before()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault.With(content => content with { Credits = 41, LearningHours = 410 }));
        Application returned = await app.Until(id, application => application.Status == ApplicationStatus.Returned);

        Application lapsed = await app.LetTimePassUntil(id, application => application.Status == ApplicationStatus.Lapsed);

        IReadOnlyList<AuditEvent> events = await app.Cases.Events(id, default);
        Assert.Equal(["Submitted", "Returned", "Reminded", "Lapsed"], events.Select(e => e.Event).SkipWhile(name => name != "Submitted"));
        Assert.Equal(WorkingDays.DayOf(returned.LapsesAt!.Value), WorkingDays.DayOf(events[^1].At));
        Assert.Null(AuditChain.Verify(events));
        Assert.Null(lapsed.WaitingFor);
    }

    [Fact]
    public async Task An_evaluator_is_reminded_before_the_deadline_and_with_the_registrar_after_it()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault);
        Application inReview = await app.Until(id, application => application.Status == ApplicationStatus.InReview);
        EvaluationTask task = inReview.Tasks.Single();

        await app.LetTimePassUntil(id, application => application.RemindedOf > task.Due);

        List<AuditEvent> reminders = [.. (await app.Cases.Events(id, default)).Where(e => e.Event == AuditEvents.Reminded)];
        Assert.True(reminders[0].At < task.Due, "The first reminder comes before the deadline.");
        Assert.True(reminders[1].At >= task.Due, "The second comes at the deadline.");
        Assert.All(reminders, reminder => Assert.Contains(task.Assignee!, reminder.Detail, StringComparison.Ordinal));
        Assert.Contains(
            await app.Cases.NoticesSince(id, 0, default),
            notice => notice is { Kind: App.Notification.NoticeKind.EvaluationOverdue, Recipient: "registrar" });
    }

    [Fact]
    public async Task A_question_that_is_not_answered_in_time_lapses_and_the_evaluation_goes_on()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault);
        EvaluationTask task = (await app.Until(id, application => application.Status == ApplicationStatus.InReview)).Tasks.Single();
        await app.Send(
            task.Assignee!, HttpMethod.Post, $"/api/tasks/{task.Id}/information-requests", new { question = "How is it moderated?", criteria = Moderation });

        Application resumed = await app.LetTimePassUntil(
            id, application => application.InformationRequests is [{ Lapsed: true }] && application.Status == ApplicationStatus.InReview);

        Assert.True(resumed.Tasks.Single().Due > task.Due, "The clock stood still while the provider had the ball.");
    }
}
