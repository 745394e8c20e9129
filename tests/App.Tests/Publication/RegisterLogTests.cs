using Azure.Data.Tables;
using MicroCred.App.Commands;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Reconciliation;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

/// <summary>The register's log, and the entries that several applications say something of.</summary>
public sealed class RegisterLogTests : IAsyncLifetime, IDisposable
{
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Each_change_is_a_row_of_its_own_in_order_and_its_leaf_holds_the_hash_of_what_is_read()
    {
        var id = await PublishedAsync(Listing("Ignition"));
        await MarkAsync(id, RegisterStatus.Expiring);
        await MarkAsync(id, RegisterStatus.Current);

        var rows = await RowsAsync(_app);

        Assert.Equal([1, 2, 3], rows.Select(row => row.Seq));
        Assert.Equal(
            [RegisterChangeKind.Published, RegisterChangeKind.StatusChanged, RegisterChangeKind.StatusChanged],
            rows.Select(row => row.Kind)
        );
        var json = (await _app.Get<Listings>().ReadAsync(1, RegisterFile.Json, default))!;
        Assert.Contains($"\"entry\":\"{RegisterLeaf.HashOf(json.ToMemory())}\"", rows[^1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_appends_nothing()
    {
        var id = await PublishedAsync(Listing("Ignition"));

        await PublishAsync(_app, id);
        await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default);

        Assert.Single(await RowsAsync(_app));
    }

    [Fact]
    public async Task What_was_decided_while_nobody_could_append_is_appended_change_by_change()
    {
        var id = await PublishedAsync(Listing("Ignition"));
        var published = await _app.ReadAsync(id);
        foreach (var status in new[] { RegisterStatus.Expiring, RegisterStatus.Discontinued, RegisterStatus.Current })
        {
            // Written, and stopped before anything followed.
            var found = (await _app.Applications.FindAsync(id, default))!;
            var change = found
                .Application.ChangeEntryStatus(
                    published.Registration!.Number,
                    null,
                    status,
                    "Because.",
                    null,
                    null,
                    People.Registrar,
                    _app.Clock.Now
                )
                .Change();
            await _app.Applications.SaveAsync(found, change, [], answer: null, trace: null, default);
        }

        Assert.Equal(1, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);

        Assert.Equal(
            [RegisterStatus.Current, RegisterStatus.Expiring, RegisterStatus.Discontinued, RegisterStatus.Current],
            (await RowsAsync(_app)).Select(row => row.Entry.Status)
        );
    }

    [Fact]
    public async Task Two_instances_that_append_at_once_leave_no_gap_and_no_change_twice()
    {
        using var other = _app.Another();
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => _app.KeepAsync(Listing($"Title {number}"))));

        await Task.WhenAll(ids.Select((id, number) => PublishAsync(number % 2 == 0 ? _app : other, id)));
        await Task.WhenAll(ids.Select((id, number) => PublishAsync(number % 3 == 0 ? _app : other, id)));

        var rows = await RowsAsync(_app);
        Assert.Equal(Enumerable.Range(1, 40), rows.Select(row => (int)row.Seq));
        Assert.Equal(Enumerable.Range(1, 40), rows.Select(row => row.Entry.Number).Order());
        Assert.Equal(40, (await other.Get<RegisterIndex>().AllAsync(default)).Count);
    }

    [Fact]
    public async Task A_published_change_is_the_next_version_under_the_same_number_and_until_then_the_old_one_is_shown()
    {
        var number = await NumberOfAsync(await PublishedAsync(Listing("Ignition")));
        var change = await _app.KeepAsync(Change(number, content => content with { Title = "Ignition, revised", Credits = 21 }));
        Assert.Equal(("Ignition", 1), await ShownAsync(number));

        await PublishAsync(_app, change);

        Assert.Equal(("Ignition, revised", 2), await ShownAsync(number));
        Assert.Equal(number, await NumberOfAsync(change));
        var entry = Assert.Single(await _app.Get<RegisterIndex>().AllAsync(default));
        Assert.Equal(("Ignition, revised", 2), (entry.Title, entry.Version));
        Assert.Equal([Providers.Mito], entry.Deliverers);
        Assert.Contains("Ignition, revised", await PageAsync(number), StringComparison.Ordinal);
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
    }

    [Fact]
    public async Task What_an_entry_was_called_before_a_change_may_be_listed_again_and_what_it_is_called_now_may_not()
    {
        var number = await NumberOfAsync(await PublishedAsync(Listing("Ignition")));
        await PublishAsync(_app, await _app.KeepAsync(Change(number, content => content with { Title = "Renamed" })));

        Assert.Null((await ContextAsync("Ignition")).SameListing);
        Assert.Equal(number, (await ContextAsync("Renamed")).SameListing);

        Task<RegisterContext> ContextAsync(string title) =>
            _app.Get<Listings>().ContextOfAsync(Listing(title) with { Id = ApplicationId.New(Guid.NewGuid()) }, default);
    }

    [Fact]
    public async Task A_published_accreditation_adds_who_may_deliver_and_makes_no_version()
    {
        var number = await NumberOfAsync(await PublishedAsync(Listing("Ignition")));
        var accreditation = await _app.KeepAsync(
            AnApplication
                .WithoutFault.By(Providers.Stratcom)
                .WithAll(content => content with { Type = ApplicationType.Accreditation, RegisterNumber = number })
                .Approved()
        );

        await PublishAsync(_app, accreditation);

        var entry = (await _app.Get<Listings>().FindAsync(number, default))!;
        Assert.Equal([Providers.Mito.Number, Providers.Stratcom.Number], entry.Deliverers.Select(one => one.Number));
        Assert.Equal(("Ignition", 1, Providers.Mito), (entry.Title, entry.Version, entry.Developer));
        Assert.Equal([RegisterChangeKind.Published, RegisterChangeKind.DelivererAdded], (await RowsAsync(_app)).Select(row => row.Kind));
        Assert.Contains(Providers.Stratcom.Name, await PageAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_and_accreditations_of_one_entry_at_once_are_all_there_afterwards()
    {
        using var other = _app.Another();
        var listing = await PublishedAsync(Listing("Ignition"));
        var number = await NumberOfAsync(listing);
        var accreditations = await Task.WhenAll(
            new[] { Providers.Stratcom, Providers.MindLab, Providers.Careerforce }.Select(provider =>
                _app.KeepAsync(
                    AnApplication
                        .WithoutFault.By(provider)
                        .WithAll(content => content with { Type = ApplicationType.Accreditation, RegisterNumber = number })
                        .Approved()
                )
            )
        );
        var change = await _app.KeepAsync(Change(number, content => content with { Title = "Renamed" }));

        await Task.WhenAll([
            PublishAsync(other, change),
            MarkAsync(listing, RegisterStatus.Expiring),
            .. accreditations.Select((id, place) => PublishAsync(place % 2 == 0 ? _app : other, id)),
        ]);

        var entry = (await other.Get<Listings>().FindAsync(number, default))!;
        Assert.Equal(("Renamed", 2, RegisterStatus.Expiring, 4), (entry.Title, entry.Version, entry.Status, entry.Deliverers.Count));
        Assert.Equal(6, (await RowsAsync(_app)).Count);
        Assert.Contains("Renamed", await PageAsync(number), StringComparison.Ordinal);
        Assert.Contains(Providers.Careerforce.Name, await PageAsync(number), StringComparison.Ordinal);
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
    }

    [Fact]
    public async Task An_entry_that_somebody_changed_in_the_log_is_put_right_from_its_applications_by_a_row_of_its_own()
    {
        var number = await NumberOfAsync(await PublishedAsync(Listing("Ignition")));
        var table = _app.Get<TableServiceClient>().GetTableClient(StorageNames.RegisterTable);
        TableEntity row = await table.GetEntityAsync<TableEntity>(LogRows.Partition, LogRows.Entry(number));
        row["Json0"] = row.GetString("Json0").Replace("Ignition", "Forged", StringComparison.Ordinal);
        await table.UpdateEntityAsync(row, row.ETag);
        Assert.Equal(("Forged", 1), (await EntryInLogAsync(number)));

        Assert.Equal(1, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);

        Assert.Equal(("Ignition", 1), await EntryInLogAsync(number));
        Assert.Equal(RegisterChangeKind.Corrected, (await RowsAsync(_app))[^1].Kind);
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
    }

    private static Application Listing(string title) =>
        AnApplication.WithoutFault.With(content => content with { Title = title }).Approved();

    private static Application Change(int number, Func<MicroCredentialContent, MicroCredentialContent> change) =>
        AnApplication
            .WithoutFault.With(change)
            .WithAll(content => content with { Type = ApplicationType.Change, RegisterNumber = number })
            .Approved();

    private async Task<ApplicationId> PublishedAsync(Application application)
    {
        var id = await _app.KeepAsync(application);
        await PublishAsync(_app, id);
        return id;
    }

    private static async Task PublishAsync(AppInProcess app, ApplicationId id) =>
        await app.Function<Publish>().RunAsync(new ActivityInput(id, (await app.ReadAsync(id)).Revision, null), default);

    private async Task MarkAsync(ApplicationId id, RegisterStatus status) =>
        Assert.IsType<CommandResult.Done>(
            await _app.ChangeAsync(
                new ChangeEntryStatus(id, await NumberOfAsync(id), Code: null, new(status, "Because.")),
                caller: Callers.Registrar
            )
        );

    private async Task<int> NumberOfAsync(ApplicationId id) => (await _app.ReadAsync(id)).Registration!.Number;

    private async Task<(string, int)> ShownAsync(int number)
    {
        var entry = (await _app.Get<Listings>().FindAsync(number, default))!;
        return (entry.Title, entry.Version);
    }

    private async Task<(string, int)> EntryInLogAsync(int number)
    {
        var entry = (await _app.Get<RegisterLog>().FindAsync(number, default))!.Listed.Entry;
        return (entry.Title, entry.Version);
    }

    private async Task<string> PageAsync(int number) =>
        (await _app.Get<Listings>().ReadAsync(number, RegisterFile.Html, default))!.ToString();

    private static async Task<List<LoggedChange>> RowsAsync(AppInProcess app) =>
        await app.Get<RegisterLog>().ReadAsync(after: 0, default).ToListAsync();
}
