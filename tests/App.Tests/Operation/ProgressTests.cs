using MicroCred.Tests.Support;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Operation;

/// <summary>What became of applications is counted, and how long each stage took, as the change that ends it is written.</summary>
public sealed class ProgressTests
{
    private const string Outcomes = "microcred.applications";
    private const string Stages = "microcred.stage.duration";

    private static readonly int[] Moderation = [6];

    [Fact]
    public async Task A_published_application_is_counted_at_each_step_once_and_leaves_a_duration_for_each_stage()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        using Measurements measured = new(app);
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault.AskingForFunding());
        EvaluationTask task = (await app.Until(id, application => application.Status == ApplicationStatus.InReview)).Tasks.Single();
        await app.LetTimePassUntil(id, application => application.RemindedOf is not null);
        await app.FindAllMet(task);
        await app.Decide(task, "Approve");
        Application published = await app.Until(id, application => application.Status == ApplicationStatus.Published);
        await app.OrchestrationEnded(id);

        Assert.Equal(["outcome=submitted", "outcome=approved", "outcome=published"], measured.TagsOf(Outcomes));
        Assert.Equal(
            ["stage=Validation", "stage=Assignment", "stage=Evaluation", "stage=Funding", "stage=Publication"], measured.TagsOf(Stages));
        Assert.Equal(
            (published.Decision!.At - published.ValidatedAt!.Value).TotalSeconds, Assert.Single(measured.Of(Stages, "stage=Evaluation")), precision: 3);
        Assert.True(Assert.Single(measured.Of(Stages, "stage=Evaluation")) > TimeSpan.FromDays(10).TotalSeconds, "The evaluator had waited for a reminder.");
    }

    [Fact]
    public async Task A_return_that_is_not_put_right_lapses()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        using Measurements measured = new(app);
        ApplicationId id = await app.Submitted(AnApplication.WithoutFault.With(content => content with { Credits = 41, LearningHours = 410 }));
        Application returned = await app.Until(id, application => application.Status == ApplicationStatus.Returned);
        await app.LetTimePassUntil(id, application => application.Status == ApplicationStatus.Lapsed);

        await Patience.UntilAsync(() => Task.FromResult(measured.TagsOf(Outcomes).Count == 3), () => string.Join(' ', measured.TagsOf(Outcomes)));
        Assert.Equal(["outcome=submitted", "outcome=returned", "outcome=lapsed"], measured.TagsOf(Outcomes));
        Assert.Equal(["stage=Validation", "stage=Correction"], measured.TagsOf(Stages));
        Assert.True(
            Assert.Single(measured.Of(Stages, "stage=Correction")) >= (returned.LapsesAt!.Value - returned.ReturnedAt!.Value).TotalSeconds);
    }

    [Fact]
    public async Task A_question_is_a_stage_of_its_own_and_so_are_a_decline_and_a_withdrawal_outcomes()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        using Measurements measured = new(app);
        ApplicationId declined = await app.Submitted(AnApplication.WithoutFault);
        EvaluationTask task = (await app.Until(declined, application => application.Status == ApplicationStatus.InReview)).Tasks.Single();
        await app.Send(task.Assignee!, HttpMethod.Post, $"/api/tasks/{task.Id}/information-requests", new { question = "How is it moderated?", criteria = Moderation });
        await app.Send("mito", HttpMethod.Post, $"/api/applications/{declined}/information-requests/1/response", new { answer = "By a colleague." });
        await app.FindAllMet(task);
        await app.Decide(task, "Decline");
        ApplicationId withdrawn = await app.Submitted(AnApplication.WithoutFault.With(content => content with { Title = "Another" }));
        await app.Until(withdrawn, application => application.Status == ApplicationStatus.InReview);
        await app.Send("mito", HttpMethod.Post, $"/api/applications/{withdrawn}/withdrawal", new { reason = "Not needed any more." });

        Assert.Equal(["outcome=submitted", "outcome=declined", "outcome=submitted", "outcome=withdrawn"], measured.TagsOf(Outcomes));
        Assert.Contains("stage=Information", measured.TagsOf(Stages));
    }

    [Fact]
    public async Task A_university_s_own_is_published_without_an_evaluation()
    {
        await using RunningApp app = await RunningApp.Start(RunningApp.OnVirtualClock);
        using Measurements measured = new(app);
        ApplicationId id = await app.Draft(AnApplication.ByAUniversity);
        await app.Send("vuw", HttpMethod.Post, $"/api/applications/{id}/submission", null);
        await app.Until(id, application => application.Status == ApplicationStatus.Published);
        await app.OrchestrationEnded(id);

        Assert.Equal(["outcome=submitted", "outcome=approved", "outcome=published"], measured.TagsOf(Outcomes));
        Assert.Equal(["stage=Validation", "stage=Publication"], measured.TagsOf(Stages));
    }
}
