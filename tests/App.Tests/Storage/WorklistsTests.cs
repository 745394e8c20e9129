using Azure.Data.Tables;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

public sealed class WorklistsTests : IAsyncLifetime
{
    private readonly ProviderNumber _provider = ProviderNumber.Parse(Random.Shared.Next(1000, 9999).ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
    private Worklists _lists = null!;

    private static Caller Nzqa { get; } = new(People.Registrar, new HashSet<Role> { Role.Registrar }, Provider: null);

    private Caller Owner => new(People.Provider, new HashSet<Role> { Role.Provider }, Providers.Mito with { Number = _provider });

    public async Task InitializeAsync()
    {
        TableServiceClient tables = await SharedStorage.Tables();
        await tables.CreateTableIfNotExistsAsync(Names.UnderwayTable);
        await tables.CreateTableIfNotExistsAsync(Names.WorklistsTable);
        _lists = new Worklists(tables);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_application_stands_in_the_list_of_its_status_and_in_no_other()
    {
        Application submitted = Mine(AnApplication.WithoutFault.Validated());
        Application inReview = Mine(AnApplication.WithoutFault.InReview()) with { Id = submitted.Id };
        await _lists.Show(null, submitted, default);
        await _lists.Show(submitted, inReview, default);

        Assert.DoesNotContain(submitted.Id, await Of(ApplicationStatus.Submitted));
        Assert.Contains(submitted.Id, await Of(ApplicationStatus.InReview));
    }

    [Fact]
    public async Task A_finished_one_leaves_what_is_active_and_is_found_under_its_end()
    {
        Application inReview = Mine(AnApplication.WithoutFault.InReview());
        Application declined = Mine(AnApplication.WithoutFault.Declined()) with { Id = inReview.Id };
        await _lists.Show(null, inReview, default);
        await _lists.Show(inReview, declined, default);

        Assert.DoesNotContain(inReview.Id, await Of(ApplicationStatus.InReview));
        Assert.Contains(inReview.Id, await Of(ApplicationStatus.Declined));
    }

    [Fact]
    public async Task A_draft_is_in_its_providers_list_only()
    {
        Application draft = Mine(AnApplication.WithoutFault.Draft());
        await _lists.Show(null, draft, default);

        Assert.DoesNotContain(draft.Id, (await _lists.Applications(Nzqa, null, 200, null, default)).Items.Select(line => line.Id));
        Assert.Contains(draft.Id, (await _lists.Applications(Owner, null, 200, null, default)).Items.Select(line => line.Id));
    }

    [Fact]
    public async Task One_that_was_returned_is_in_its_providers_list_only()
    {
        Application returned = Mine(AnApplication.WithoutFault.Returned());
        await _lists.Show(null, returned, default);

        Assert.DoesNotContain(returned.Id, await Of(ApplicationStatus.Returned));
        Assert.Contains(returned.Id, (await _lists.Applications(Owner, ApplicationStatus.Returned, 200, null, default)).Items.Select(line => line.Id));
    }

    [Fact]
    public async Task Who_declared_an_interest_finds_neither_the_application_nor_its_tasks()
    {
        Application inReview = Mine(AnApplication.WithoutFault.InReview());
        Application declared = inReview with { Conflicted = ["evaluator-7"] };
        await _lists.Show(null, inReview, default);
        Caller evaluator = new(new Actor("evaluator-7", "Seven", ActorKind.Evaluator), new HashSet<Role> { Role.Evaluator }, Provider: null);
        Caller interested = evaluator with { Actor = People.OtherEvaluator, Interests = [_provider] };
        Assert.True(await Finds(evaluator, inReview));
        Assert.False(await Finds(interested, inReview));

        await _lists.Show(inReview, declared, default);

        Assert.False(await Finds(evaluator, inReview));
    }

    [Fact]
    public async Task A_funding_adviser_finds_what_asks_for_funding()
    {
        Application asking = Mine(AnApplication.WithoutFault.AskingForFunding().InReview());
        Application other = Mine(AnApplication.WithoutFault.InReview());
        await _lists.Show(null, asking, default);
        await _lists.Show(null, other, default);
        Caller adviser = new(People.Adviser, new HashSet<Role> { Role.FundingAdviser }, Provider: null);

        Assert.True(await Finds(adviser, asking));
        Assert.False(await Finds(adviser, other));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        HashSet<ApplicationId> written = [];
        for (int i = 0; i < 7; i++)
        {
            Application draft = Mine(AnApplication.WithoutFault.Draft());
            written.Add(draft.Id);
            await _lists.Show(null, draft, default);
        }

        List<ApplicationId> read = [];
        string? after = null;
        do
        {
            ListPage<ApplicationSummary> page = await _lists.Applications(Owner, null, 3, after, default);
            read.AddRange(page.Items.Select(line => line.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(written.Count, read.Count);
        Assert.Equal(written, [.. read]);
    }

    [Fact]
    public async Task A_step_that_broke_off_halfway_is_made_good()
    {
        Application submitted = Mine(AnApplication.WithoutFault.Validated());
        Application inReview = Mine(AnApplication.WithoutFault.InReview()) with { Id = submitted.Id };
        await _lists.Show(null, submitted, default);

        await _lists.Correct(inReview, default);
        await _lists.Show(submitted, inReview, default);

        Assert.DoesNotContain(submitted.Id, await Of(ApplicationStatus.Submitted));
        Assert.Contains(submitted.Id, await Of(ApplicationStatus.InReview));
    }

    [Fact]
    public async Task The_nightly_repair_removes_lines_that_the_truth_contradicts()
    {
        Application gone = Mine(AnApplication.WithoutFault.InReview());
        await _lists.Show(null, gone, default);

        await _lists.Repair((id, _) => Task.FromResult(id == gone.Id ? null : new StoredApplication(gone with { Id = id }, default, AuditChain.Origin, State: "")), (_, fault) => throw fault, default);

        Assert.DoesNotContain(gone.Id, await Of(ApplicationStatus.InReview));
    }

    [Fact]
    public async Task Open_tasks_are_counted_by_assignee_and_done_ones_stay_in_the_assignees_list()
    {
        string evaluator = $"evaluator-{Guid.NewGuid():N}";
        Application inReview = Mine(AnApplication.WithoutFault.InReview());
        inReview = inReview with { Tasks = [inReview.Tasks[0] with { Assignee = evaluator }] };
        await _lists.Show(null, inReview, default);
        Assert.Equal(1, (await _lists.OpenTasks(default))[evaluator]);

        Application declined = inReview with { Status = ApplicationStatus.Declined, Tasks = [inReview.Tasks[0] with { Status = TaskStatus.Done }] };
        await _lists.Show(inReview, declined, default);

        Assert.False((await _lists.OpenTasks(default)).ContainsKey(evaluator));
        Assert.Equal(TaskStatus.Done, Assert.Single((await _lists.Tasks(Nzqa, evaluator, 10, null, default)).Items).Status);
    }

    [Fact]
    public async Task An_unreadable_cursor_is_told_as_such() =>
        await Assert.ThrowsAsync<FormatException>(() => _lists.Applications(Nzqa, null, 10, "not a cursor", default));

    private async Task<bool> Finds(Caller caller, Application application)
    {
        bool isListed = await AllOf(after => _lists.Applications(caller, application.Status, 200, after, default)).AnyAsync(line => line.Id == application.Id);
        bool task = await AllOf(after => _lists.Tasks(caller, null, 200, after, default)).AnyAsync(line => line.ApplicationId == application.Id);
        Assert.Equal(isListed, task);
        return task;
    }

    private static async IAsyncEnumerable<T> AllOf<T>(Func<string?, Task<ListPage<T>>> read)
    {
        string? after = null;
        do
        {
            ListPage<T> page = await read(after);
            foreach (T item in page.Items)
            {
                yield return item;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private Application Mine(Application application)
    {
        ApplicationId id = ApplicationId.New(Guid.NewGuid());
        return application with
        {
            Id = id,
            Provider = application.Provider with { Number = _provider },
            Tasks = [.. application.Tasks.Select(task => task with { Id = TaskId.Create(id, task.Id.Ordinal) })],
        };
    }

    private async Task<IEnumerable<ApplicationId>> Of(ApplicationStatus status) =>
        (await _lists.Applications(Nzqa, status, 200, null, default)).Items.Select(line => line.Id);
}
