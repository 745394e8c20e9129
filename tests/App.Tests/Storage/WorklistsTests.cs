using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

public sealed class WorklistsTests : IAsyncLifetime
{
    private readonly ProviderNumber _provider = ProviderNumber.Parse(
        Random.Shared.Next(1000, 9999).ToString("D4", System.Globalization.CultureInfo.InvariantCulture)
    );
    private Worklists _lists = null!;

    private static Caller Nzqa { get; } = new(People.Registrar, new HashSet<Role> { Role.Registrar }, Provider: null);

    private Caller Owner => new(People.Provider, new HashSet<Role> { Role.Provider }, Providers.Mito with { Number = _provider });

    public async Task InitializeAsync()
    {
        var tables = await SharedStorage.TablesAsync();
        await tables.CreateTableIfNotExistsAsync(StorageNames.UnderwayTable);
        await tables.CreateTableIfNotExistsAsync(StorageNames.WorklistsTable);
        _lists = new Worklists(tables);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_application_stands_in_the_list_of_its_status_and_in_no_other()
    {
        var submitted = Mine(AnApplication.WithoutFault.Validated());
        var inReview = Mine(AnApplication.WithoutFault.InReview()) with { Id = submitted.Id };
        await _lists.ShowAsync(null, submitted, default);
        await _lists.ShowAsync(submitted, inReview, default);

        Assert.DoesNotContain(submitted.Id, await OfAsync(ApplicationStatus.Submitted));
        Assert.Contains(submitted.Id, await OfAsync(ApplicationStatus.InReview));
    }

    [Fact]
    public async Task A_finished_one_leaves_what_is_active_and_is_found_under_its_end()
    {
        var inReview = Mine(AnApplication.WithoutFault.InReview());
        var declined = Mine(AnApplication.WithoutFault.Declined()) with { Id = inReview.Id };
        await _lists.ShowAsync(null, inReview, default);
        await _lists.ShowAsync(inReview, declined, default);

        Assert.DoesNotContain(inReview.Id, await OfAsync(ApplicationStatus.InReview));
        Assert.Contains(inReview.Id, await OfAsync(ApplicationStatus.Declined));
    }

    [Fact]
    public async Task A_condition_stays_on_its_registrars_list_after_the_application_ended_until_it_is_decided()
    {
        var approved = Mine(AnApplication.WithoutFault.Evaluated().Decided(DecisionOutcome.ApproveWithConditions));
        var published = approved.Publish(new(1, null, Moments.Monday), Moments.Monday).Application();
        var followUp = published.Tasks[^1];
        await _lists.ShowAsync(null, approved, default);
        await _lists.ShowAsync(approved, published, default);
        await _lists.CorrectAsync(published, default);

        Assert.Contains(followUp.Id, (await _lists.OpenTasksForAsync(Nzqa, default)).Select(task => task.Id));
        Assert.DoesNotContain(published.Id, await OfAsync(ApplicationStatus.Approved));

        var decided = published.FollowUp(followUp.Id, TaskOutcome.Met, "Seen.", due: null, People.Registrar, Moments.Monday).Application();
        await _lists.ShowAsync(published, decided, default);

        Assert.DoesNotContain(followUp.Id, (await _lists.OpenTasksForAsync(Nzqa, default)).Select(task => task.Id));
        Assert.Contains(
            followUp.Id,
            (await _lists.TasksAsync(Nzqa, People.Registrar.Id, 200, null, default)).Items.Select(task => task.Id)
        );
    }

    [Fact]
    public async Task A_draft_is_in_its_providers_list_only()
    {
        var draft = Mine(AnApplication.WithoutFault.Draft());
        await _lists.ShowAsync(null, draft, default);

        Assert.DoesNotContain(draft.Id, (await _lists.ApplicationsAsync(Nzqa, null, 200, null, default)).Items.Select(line => line.Id));
        Assert.Contains(draft.Id, (await _lists.ApplicationsAsync(Owner, null, 200, null, default)).Items.Select(line => line.Id));
    }

    [Fact]
    public async Task One_that_was_returned_is_in_its_providers_list_only()
    {
        var returned = Mine(AnApplication.WithoutFault.Returned());
        await _lists.ShowAsync(null, returned, default);

        Assert.DoesNotContain(returned.Id, await OfAsync(ApplicationStatus.Returned));
        Assert.Contains(
            returned.Id,
            (await _lists.ApplicationsAsync(Owner, ApplicationStatus.Returned, 200, null, default)).Items.Select(line => line.Id)
        );
    }

    [Fact]
    public async Task Who_declared_an_interest_finds_neither_the_application_nor_its_tasks()
    {
        var inReview = Mine(AnApplication.WithoutFault.InReview());
        var declared = inReview with { Conflicted = ["evaluator-7"] };
        await _lists.ShowAsync(null, inReview, default);
        Caller evaluator = new(
            new Actor("evaluator-7", "Seven", ActorKind.Evaluator),
            new HashSet<Role> { Role.Evaluator },
            Provider: null
        );
        var interested = evaluator with { Actor = People.OtherEvaluator, Interests = [_provider] };
        Assert.True(await FindsAsync(evaluator, inReview));
        Assert.False(await FindsAsync(interested, inReview));

        await _lists.ShowAsync(inReview, declared, default);

        Assert.False(await FindsAsync(evaluator, inReview));
    }

    [Fact]
    public async Task A_funding_adviser_finds_what_asks_for_funding()
    {
        var asking = Mine(AnApplication.WithoutFault.AskingForFunding().InReview());
        var other = Mine(AnApplication.WithoutFault.InReview());
        await _lists.ShowAsync(null, asking, default);
        await _lists.ShowAsync(null, other, default);
        Caller adviser = new(People.Adviser, new HashSet<Role> { Role.FundingAdviser }, Provider: null);

        Assert.True(await FindsAsync(adviser, asking));
        Assert.False(await FindsAsync(adviser, other));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        HashSet<ApplicationId> written = [];
        for (var i = 0; i < 7; i++)
        {
            var draft = Mine(AnApplication.WithoutFault.Draft());
            written.Add(draft.Id);
            await _lists.ShowAsync(null, draft, default);
        }

        List<ApplicationId> read = [];
        string? after = null;
        do
        {
            var page = await _lists.ApplicationsAsync(Owner, null, 3, after, default);
            read.AddRange(page.Items.Select(line => line.Id));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(written.Count, read.Count);
        Assert.Equal(written, [.. read]);
    }

    [Fact]
    public async Task A_step_that_broke_off_halfway_is_made_good()
    {
        var submitted = Mine(AnApplication.WithoutFault.Validated());
        var inReview = Mine(AnApplication.WithoutFault.InReview()) with { Id = submitted.Id };
        await _lists.ShowAsync(null, submitted, default);

        await _lists.CorrectAsync(inReview, default);
        await _lists.ShowAsync(submitted, inReview, default);

        Assert.DoesNotContain(submitted.Id, await OfAsync(ApplicationStatus.Submitted));
        Assert.Contains(submitted.Id, await OfAsync(ApplicationStatus.InReview));
    }

    [Fact]
    public async Task The_nightly_repair_removes_lines_that_the_truth_contradicts()
    {
        var gone = Mine(AnApplication.WithoutFault.InReview());
        await _lists.ShowAsync(null, gone, default);

        await _lists.RepairAsync(
            (id, _) =>
                Task.FromResult(id == gone.Id ? null : new StoredApplication(gone with { Id = id }, default, AuditChain.Origin, State: "")),
            (_, fault) => throw fault,
            default
        );

        Assert.DoesNotContain(gone.Id, await OfAsync(ApplicationStatus.InReview));
    }

    [Fact]
    public async Task Open_tasks_are_counted_by_assignee_and_done_ones_stay_in_the_assignees_list()
    {
        var evaluator = $"evaluator-{Guid.NewGuid():N}";
        var inReview = Mine(AnApplication.WithoutFault.InReview());
        inReview = inReview with { Tasks = [inReview.Tasks[0] with { Assignee = evaluator }] };
        await _lists.ShowAsync(null, inReview, default);
        var open = Assert.Single(await _lists.OpenTasksAsync(default), line => line.Assignee == evaluator);
        Assert.Equal((inReview.Tasks[0].Id, _provider, inReview.Tasks[0].AssignedAt), (open.Id, open.Provider, open.Since));

        var declined = inReview with { Status = ApplicationStatus.Declined, Tasks = [inReview.Tasks[0] with { Status = TaskStatus.Done }] };
        await _lists.ShowAsync(inReview, declined, default);

        Assert.DoesNotContain(await _lists.OpenTasksAsync(default), line => line.Assignee == evaluator);
        Assert.Equal(TaskStatus.Done, Assert.Single((await _lists.TasksAsync(Nzqa, evaluator, 10, null, default)).Items).Status);
    }

    [Fact]
    public async Task A_correction_takes_away_what_a_reopened_one_left_among_the_ended_and_what_a_moved_task_left()
    {
        var former = $"evaluator-{Guid.NewGuid():N}";
        var declined = Mine(AnApplication.WithoutFault.Declined());
        var inReview = Mine(AnApplication.WithoutFault.InReview()) with { Id = declined.Id };
        var task = inReview.Tasks[0] with { Id = TaskId.Create(declined.Id, 1), Assignee = former };
        await _lists.ShowAsync(null, declined, default);
        await _lists.ShowAsync(null, inReview with { Tasks = [task] }, default);
        var moved = inReview with { Tasks = [task with { Assignee = "evaluator-3", FormerAssignees = [former] }] };

        await _lists.CorrectAsync(moved, default);

        Assert.DoesNotContain(declined.Id, await OfAsync(ApplicationStatus.Declined));
        Assert.Contains(declined.Id, await OfAsync(ApplicationStatus.InReview));
        Assert.DoesNotContain(await _lists.OpenTasksAsync(default), line => line.Assignee == former);
    }

    [Fact]
    public async Task Of_open_tasks_the_urgent_come_first_then_those_due_first_then_done_ones_on_pages_of_any_size()
    {
        var evaluator = $"evaluator-{Guid.NewGuid():N}";
        List<string> expected = [];
        foreach (
            var (urgent, days, open) in new[] { (true, 4, true), (true, 5, true), (false, 1, true), (false, 2, true), (false, 0, false) }
        )
        {
            var inReview = Mine(AnApplication.WithoutFault.InReview());
            var task = inReview.Tasks[0] with
            {
                Id = TaskId.Create(inReview.Id, 1),
                Assignee = evaluator,
                Urgent = urgent,
                Due = Moments.Monday.AddDays(days),
                Status = open ? TaskStatus.Open : TaskStatus.Done,
            };
            expected.Add($"{task.Id}");
            await _lists.ShowAsync(null, inReview with { Tasks = [task] }, default);
        }

        foreach (var limit in (int[])[1, 2, 3, 4, 5, 200])
        {
            List<string> found = [];
            string? after = null;
            do
            {
                var page = await _lists.TasksAsync(Nzqa, evaluator, limit, after, default);
                Assert.True(page.Items.Count <= limit);
                found.AddRange(page.Items.Select(task => $"{task.Id}"));
                after = page.Next;
            } while (after is not null);

            Assert.Equal(expected, found);
        }

        var all = (await _lists.TasksAsync(Nzqa, null, 200, null, default)).Items.Where(task => task.Assignee == evaluator);
        Assert.Equal(expected[..4], all.Select(task => $"{task.Id}"));
    }

    [Fact]
    public async Task What_ended_tells_the_working_days_in_each_stage_and_since_when()
    {
        var since = DateTimeOffset.UtcNow.AddYears(1);
        var withdrawn = Mine(AnApplication.WithoutFault.InReview().Withdraw("Not now.", People.Provider, Moments.Later(8)).Application());
        var earlier = Mine(AnApplication.WithoutFault.Declined()) with { DaysInStages = null };
        earlier = earlier with { Decision = earlier.Decision! with { At = since } };
        await _lists.ShowAsync(null, withdrawn with { Entered = withdrawn.Entered! with { At = since } }, default);
        await _lists.ShowAsync(null, earlier, default);

        var ended = await _lists.EndedSinceAsync(since, default);

        var stages = Assert.Single(ended, one => one.Decision is null).Stages!;
        Assert.Equal(since, stages.EndedAt);
        Assert.Contains(new StageDays(Stage.Evaluation, 6), stages.Days);
        Assert.Null(Assert.Single(ended, one => one.Decision is not null).Stages);
        Assert.Empty(await _lists.EndedSinceAsync(since.AddSeconds(1), default));
    }

    [Fact]
    public async Task A_provider_s_line_has_the_deadline_of_what_it_waits_for_and_follows_it()
    {
        var inReview = Mine(AnApplication.WithoutFault.InReview());
        var extended = inReview with { Tasks = [inReview.Tasks[0] with { Due = inReview.Tasks[0].Due.AddDays(7) }] };
        await _lists.ShowAsync(null, Mine(AnApplication.WithoutFault.Draft()), default);
        await _lists.ShowAsync(null, inReview, default);
        await _lists.ShowAsync(inReview, extended, default);

        var lines = await _lists.UnderwayOfAsync(_provider, default);

        Assert.Equal(extended.Tasks[0].Due, Assert.Single(lines, one => one.Line.Id == inReview.Id).Due);
        Assert.Null(Assert.Single(lines, one => one.Line.Id != inReview.Id).Due);
    }

    [Fact]
    public async Task An_unreadable_cursor_is_told_as_such() =>
        await Assert.ThrowsAsync<FormatException>(() => _lists.ApplicationsAsync(Nzqa, null, 10, "not a cursor", default));

    private async Task<bool> FindsAsync(Caller caller, Application application)
    {
        var isListed = await AllOfAsync(after => _lists.ApplicationsAsync(caller, application.Status, 200, after, default))
            .AnyAsync(line => line.Id == application.Id);
        var task = await AllOfAsync(after => _lists.TasksAsync(caller, null, 200, after, default))
            .AnyAsync(line => line.ApplicationId == application.Id);
        Assert.Equal(isListed, task);
        return task;
    }

    private static async IAsyncEnumerable<T> AllOfAsync<T>(Func<string?, Task<ListPage<T>>> read)
    {
        string? after = null;
        do
        {
            var page = await read(after);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            after = page.Next;
        } while (after is not null);
    }

    private Application Mine(Application application)
    {
        var id = ApplicationId.New(Guid.NewGuid());
        return application with
        {
            Id = id,
            Provider = application.Provider with { Number = _provider },
            Tasks = [.. application.Tasks.Select(task => task with { Id = TaskId.Create(id, task.Id.Ordinal) })],
        };
    }

    private async Task<IEnumerable<ApplicationId>> OfAsync(ApplicationStatus status) =>
        (await _lists.ApplicationsAsync(Nzqa, status, 200, null, default)).Items.Select(line => line.Id);
}
