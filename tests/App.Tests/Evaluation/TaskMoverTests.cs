using MicroCred.App.Evaluation;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Evaluation;

/// <summary>What the minute's look puts right, whatever left it so.</summary>
public sealed class TaskMoverTests : IAsyncLifetime
{
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync()
    {
        _app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_task_whose_assignee_has_an_interest_by_now_goes_to_somebody_else_with_its_findings()
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.Evaluated());
        await Evaluators.DeclareAsync(People.Evaluator.Id, Providers.Mito.Number, default);

        await MoveAsync();

        var task = await TaskOfAsync(id);
        Assert.NotEqual(People.Evaluator.Id, task.Assignee);
        Assert.Equal([People.Evaluator.Id], task.FormerAssignees);
        Assert.All(task.Findings, finding => Assert.Equal(People.Evaluator.Id, finding.By));
        Assert.Equal(task.Assignee, (await OpenAsync(id)).Assignee);
    }

    [Fact]
    public async Task On_the_first_day_of_an_absence_tasks_go_to_the_delegate_and_once()
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.InReview());
        var tomorrow = WorkingDays.DayOf(Moments.Monday).AddDays(1);
        await SetAsync(People.Evaluator.Id, profile => profile with { Absences = [new(tomorrow, tomorrow, "evaluator-3")] });
        await MoveAsync();
        Assert.Equal(People.Evaluator.Id, (await TaskOfAsync(id)).Assignee);

        _app.Clock.Now = Moments.Monday.AddDays(1);
        await MoveAsync();
        var moved = await _app.Applications.FindAsync(id, default);
        await MoveAsync();

        Assert.Equal("evaluator-3", moved!.Application.Tasks[0].Assignee);
        Assert.Equal(moved.Application.Revision, (await _app.Applications.FindAsync(id, default))!.Application.Revision);
    }

    [Fact]
    public async Task A_task_that_waits_goes_to_who_has_room_and_never_to_who_gave_it_up()
    {
        foreach (var other in (string[])["evaluator-2", "evaluator-3", "evaluator-4"])
        {
            await SetAsync(other, profile => profile with { Capacity = 0 });
        }

        var waiting = AnApplication.WithoutFault.InReview();
        var id = await _app.KeepAsync(waiting with { Tasks = [waiting.Tasks[0] with { Assignee = null, GaveUp = [People.Evaluator.Id] }] });
        await MoveAsync();
        Assert.Null((await TaskOfAsync(id)).Assignee);

        await SetAsync("evaluator-4", profile => profile with { Capacity = 1 });
        await MoveAsync();

        Assert.Equal("evaluator-4", (await TaskOfAsync(id)).Assignee);
    }

    [Fact]
    public async Task A_task_that_an_interest_took_away_comes_back_where_the_interest_is_taken_back()
    {
        foreach (var other in (string[])["evaluator-2", "evaluator-3", "evaluator-4"])
        {
            await SetAsync(other, profile => profile with { Capacity = 0 });
        }

        var id = await _app.KeepAsync(AnApplication.WithoutFault.InReview());
        await SetAsync(People.Evaluator.Id, profile => profile with { Interests = [Providers.Mito.Number] });
        await MoveAsync();
        Assert.Null((await TaskOfAsync(id)).Assignee);

        await SetAsync(People.Evaluator.Id, profile => profile with { Interests = [] });
        await MoveAsync();

        Assert.Equal(People.Evaluator.Id, (await TaskOfAsync(id)).Assignee);
    }

    [Fact]
    public async Task What_a_registrar_gives_to_somebody_who_is_away_stays_with_them()
    {
        var today = WorkingDays.DayOf(Moments.Monday);
        await SetAsync("evaluator-3", profile => profile with { Absences = [new(today, today, "evaluator-4")] });
        var id = await _app.KeepAsync(AnApplication.WithoutFault.InReview());
        await _app.ChangeAsync(new ReassignTask(TaskId.Create(id, 1), new("evaluator-3", "They asked for it.")), caller: Callers.Registrar);

        await MoveAsync();

        Assert.Equal("evaluator-3", (await TaskOfAsync(id)).Assignee);
    }

    [Fact]
    public async Task A_conflict_that_broke_off_is_an_interest_all_the_same()
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.InReview());
        var before = (await _app.Applications.FindAsync(id, default))!;
        var declared = before
            .Application.DeclareConflict(before.Application.Tasks[0].Id, "My sister.", "evaluator-3", People.Evaluator, Moments.Monday)
            .Change();
        OutboxEntry entry = new(id, Guid.NewGuid(), declared.Application.Revision, Moments.Monday) { Declared = [People.Evaluator.Id] };
        await _app.Worklists.AddToOutboxAsync(entry, default);
        await _app.Applications.SaveAsync(before, declared, [], answer: null, trace: null, default);

        _app.Clock.Now = Moments.Monday.AddHours(1);
        await _app.Function<App.Pipeline.Sweep>().RunAsync(null!, _app.Orchestrations, default);

        Assert.Contains(Providers.Mito.Number, (await Evaluators.NowAsync(default)).InterestsOf(People.Evaluator.Id));
    }

    private IEvaluators Evaluators => _app.Get<EvaluatorStore>();

    private Task MoveAsync() => _app.Get<TaskMover>().MoveAsync(_app.Orchestrations, default);

    private Task SetAsync(string evaluator, Func<EvaluatorProfile, EvaluatorProfile> change) =>
        Evaluators.ChangeAsync(evaluator, change, default);

    private async Task<EvaluationTask> TaskOfAsync(ApplicationId id) =>
        (await _app.Applications.FindAsync(id, default))!.Application.Tasks[0];

    private async Task<Backlog.TaskLine> OpenAsync(ApplicationId id) =>
        Assert.Single(await _app.Worklists.OpenTasksAsync(default), line => line.Application == id);
}
