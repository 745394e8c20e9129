using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

public sealed class WorklistsTests : IAsyncLifetime
{
    private readonly ProviderNumber _provider = ProviderNumber.Parse(Random.Shared.Next(1000, 9999).ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
    private Worklists _lists = null!;

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

        Assert.DoesNotContain(draft.Id, (await _lists.OfAll(null, 200, null, default)).Items.Select(line => line.Id));
        Assert.Contains(draft.Id, (await _lists.OfProvider(_provider, null, 200, null, default)).Items.Select(line => line.Id));
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
            ListPage<ApplicationSummary> page = await _lists.OfProvider(_provider, null, 3, after, default);
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
        Assert.Equal(TaskStatus.Done, Assert.Single((await _lists.Tasks(evaluator, 10, null, default)).Items).Status);
    }

    [Fact]
    public async Task An_unreadable_cursor_is_told_as_such() =>
        await Assert.ThrowsAsync<FormatException>(() => _lists.OfAll(null, 10, "not a cursor", default));

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
        (await _lists.OfAll(status, 200, null, default)).Items.Select(line => line.Id);
}
