using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Reviews;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Tests.Reviews;

/// <summary>What happens to entries by the calendar: notices of reviews, and the end of what has expired.</summary>
public sealed class WatchEntriesTests : IAsyncLifetime, IDisposable
{
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_review_is_watched_from_three_months_before_it_is_due_by_one_orchestration()
    {
        var (id, entry) = await PublishedAsync();
        _app.Clock.Now = WorkingDays.At(entry.ReviewDue.AddMonths(-3).AddDays(-1), new TimeOnly(12, 0));
        await NightAsync();
        Assert.Empty(_app.Orchestrations.Instances);

        _app.Clock.Now += TimeSpan.FromDays(1);
        await NightAsync();

        Assert.Equal([$"{id}-review-{entry.ReviewDue:yyyy-MM-dd}"], _app.Orchestrations.Instances);
    }

    [Fact]
    public async Task The_developer_is_told_three_months_and_one_month_ahead_and_registrars_too_once_it_is_overdue_each_once()
    {
        var (id, entry) = await PublishedAsync();
        var letters = await _app.LettersOfAsync(id);
        List<int> told = [];
        foreach (var point in ReviewNotices.PointsOf(entry.ReviewDue))
        {
            _app.Clock.Now = point;
            await TellAsync(id, point);
            await TellAsync(id, point);
            told.Add(await _app.LettersOfAsync(id) - letters);
        }

        Assert.Equal([1, 2, 2 + 3], told);
    }

    [Fact]
    public async Task Who_has_reported_is_told_nothing_more()
    {
        var (id, entry) = await PublishedAsync();
        var points = ReviewNotices.PointsOf(entry.ReviewDue);
        _app.Clock.Now = points[0];
        await TellAsync(id, points[0]);
        await DoneAsync(new ReportReview(id, entry.ReviewDue, 1, new(true, "Needed.", 10, 9, "")), Callers.Mito);
        var letters = await _app.LettersOfAsync(id);

        _app.Clock.Now = points[1];
        await TellAsync(id, points[1]);
        var task = (await _app.ReadAsync(id)).Tasks[^1];
        await DoneAsync(
            new Decide(task.Id, new(TaskOutcome.Continue, "Needed.")),
            Callers.Registrar with
            {
                Actor = Callers.Registrar.Actor with { Id = task.Assignee! },
            }
        );
        _app.Clock.Now = points[2];
        await TellAsync(id, points[2]);

        Assert.Equal(letters + 1, await _app.LettersOfAsync(id));
        Assert.Equal(entry.ReviewDue.AddYears(1), (await _app.Get<Listings>().FindAsync(entry.Number, default))!.ReviewDue);
    }

    [Fact]
    public async Task What_has_expired_is_discontinued_the_night_after_its_last_day()
    {
        var (id, entry) = await PublishedAsync();
        await DoneAsync(
            new ChangeEntryStatus(id, entry.Number, Code: null, new(RegisterStatus.Expiring, "No longer needed.")),
            Callers.Registrar
        );
        var last = (await _app.ReadAsync(id)).Registration!.LastAchievement!.Value;
        _app.Clock.Now = WorkingDays.At(last, new TimeOnly(23, 0));
        await NightAsync();
        Assert.Equal(RegisterStatus.Expiring, (await _app.Get<Listings>().FindAsync(entry.Number, default))!.Status);

        _app.Clock.Now += TimeSpan.FromDays(1);
        await NightAsync();
        await NightAsync();

        Assert.Equal(RegisterStatus.Discontinued, (await _app.Get<Listings>().FindAsync(entry.Number, default))!.Status);
        Assert.Equal(3, await _app.Get<RegisterLog>().SizeAsync(default));
    }

    private async Task<(ApplicationId Id, RegisterEntry Entry)> PublishedAsync()
    {
        var id = await _app.KeepAsync(AnApplication.WithoutFault.Approved());
        await _app.Function<Publish>().RunAsync(new ActivityInput(id, (await _app.ReadAsync(id)).Revision, null), default);
        return (id, (await _app.Get<Listings>().FindAsync((await _app.ReadAsync(id)).Registration!.Number, default))!);
    }

    private Task NightAsync() => _app.Function<WatchEntries>().RunAsync(new TimerInfo(), _app.Orchestrations, default);

    private async Task TellAsync(ApplicationId id, DateTimeOffset point) =>
        await _app.Function<TellOfReview>().RunAsync(new ActivityInput(id, (await _app.ReadAsync(id)).Revision, point), default);

    private async Task DoneAsync<TCommand>(TCommand command, MicroCred.App.Identity.Caller caller)
        where TCommand : IApplicationCommand => Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(command, caller: caller));
}
