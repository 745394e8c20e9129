using Azure.Storage.Blobs;
using MicroCred.App.Commands;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Reconciliation;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Submission;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

/// <summary>Publication with concurrent withdrawals, repeats, and a register that is temporarily unavailable.</summary>
public sealed class PublishTests : IAsyncLifetime, IDisposable
{
    private AppInProcess _app = null!;

    public async Task InitializeAsync() => _app = await AppInProcess.StartAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Of_fifty_withdrawals_that_race_publication_none_leaves_an_entry_behind()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => _app.KeepAsync(Approved($"Raced {number}"))));

        (ApplicationId Id, CommandResult Withdrawn)[] races = await Task.WhenAll(
            ids.Select(
                async (id, number) =>
                {
                    // The first withdrawal comes before publication, the last after it, and the others about the same time.
                    var published = number == 0 ? Task.CompletedTask : PublishAsync(id);
                    await (number == ids.Length - 1 ? published : Task.Delay(number));
                    var withdrawn = await _app.ChangeAsync(new WithdrawApplication(id, new("A race.")));
                    await (number == 0 ? PublishAsync(id) : published);
                    return (id, withdrawn);
                }
            )
        );

        foreach ((var id, var withdrawn) in races)
        {
            var application = await _app.ReadAsync(id);
            Assert.Equal(withdrawn is CommandResult.Done ? ApplicationStatus.Withdrawn : ApplicationStatus.Published, application.Status);
            Assert.Equal(application.Status is ApplicationStatus.Published, await EntriesAsync().AnyAsync(entry => entry.Ctid == id.Value));
        }

        Assert.Contains(races, race => race.Withdrawn is CommandResult.Done);
        Assert.Contains(races, race => race.Withdrawn is CommandResult.Refused);
    }

    [Fact]
    public async Task A_withdrawal_between_reservation_and_publication_leaves_a_number_that_repair_lists_and_nothing_public()
    {
        var id = await _app.KeepAsync(Approved("Withdrawn between"));
        var reserved = await _app.Get<RegisterStore>().ReserveAsync(await _app.ReadAsync(id), DateTimeOffset.UtcNow, default);
        Assert.IsType<CommandResult.Done>(await _app.ChangeAsync(new WithdrawApplication(id, new("Just in time."))));

        await PublishAsync(id);

        Assert.Null(await _app.Get<Listings>().FindAsync(reserved.Number, default));
        Assert.Null(await _app.Get<Listings>().ReadAsync(reserved.Number, RegisterFile.Json, default));
        Assert.Equal(
            [new UnfoundedNumber(reserved.Number, id, IsPublic: false)],
            (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Unfounded
        );
    }

    [Fact]
    public async Task While_the_files_cannot_be_written_it_is_published_all_the_same_read_from_the_application_and_written_by_repair()
    {
        var id = await _app.KeepAsync(Approved("No files for now"));
        var files = _app.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.RegisterContainer);
        await files.DeleteAsync();
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => PublishAsync(id));
        var number = (await _app.ReadAsync(id)).Registration!.Number;

        Assert.IsType<CommandResult.Refused>(await _app.ChangeAsync(new WithdrawApplication(id, new("Too late."))));
        Assert.NotNull(await _app.Get<Listings>().ReadAsync(number, RegisterFile.Html, default));

        await files.CreateAsync();
        var mended = await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default);
        Assert.Equal((1, 0), (mended.Relisted, mended.Unfounded.Count));
        Assert.True(await files.GetBlobClient($"{number}.html").ExistsAsync());
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
    }

    [Fact]
    public async Task A_page_that_somebody_changed_past_the_app_is_written_again_by_repair_and_counted()
    {
        var id = await _app.KeepAsync(Approved("Changed page"));
        await PublishAsync(id);
        var page = _app.Get<BlobServiceClient>()
            .GetBlobContainerClient(StorageNames.RegisterContainer)
            .GetBlobClient($"{(await _app.ReadAsync(id)).Registration!.Number}.html");
        var written = (await page.DownloadContentAsync()).Value.Content;
        await page.UploadAsync(BinaryData.FromString("<p>Forty credits.</p>"), overwrite: true);

        Assert.Equal(1, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);

        Assert.Equal(written.ToString(), (await page.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task A_repeat_writes_what_an_earlier_run_left_out_and_allocates_nothing()
    {
        var id = await _app.KeepAsync(Approved("Again"));
        await PublishAsync(id);
        var number = (await _app.ReadAsync(id)).Registration!.Number;
        var files = _app.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.RegisterContainer);
        await files.DeleteBlobAsync($"{number}.json");

        await PublishAsync(id);

        Assert.True(await files.GetBlobClient($"{number}.json").ExistsAsync());
        Assert.Equal([number], await EntriesAsync().Select(entry => entry.Number).ToArrayAsync());
    }

    [Fact]
    public async Task An_entry_whose_application_is_withdrawn_is_reported_as_public()
    {
        var id = await _app.KeepAsync(Approved("A ghost"));
        var application = await _app.ReadAsync(id);
        var reserved = await _app.Get<RegisterStore>().ReserveAsync(application, DateTimeOffset.UtcNow, default);
        await AppendAsync(application, reserved);
        await _app.ChangeAsync(new WithdrawApplication(id, new("Before it was published.")));

        Assert.Equal(
            [new UnfoundedNumber(reserved.Number, id, IsPublic: true)],
            (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Unfounded
        );
    }

    [Fact]
    public async Task An_entry_without_a_published_application_is_marked_as_listed_by_mistake_and_no_longer_unfounded()
    {
        var id = await _app.KeepAsync(Approved("Another ghost"));
        var application = await _app.ReadAsync(id);
        var reserved = await _app.Get<RegisterStore>().ReserveAsync(application, DateTimeOffset.UtcNow, default);
        await AppendAsync(application, reserved);
        await _app.ChangeAsync(new WithdrawApplication(id, new("Before it was published.")));

        Assert.IsType<CommandResult.Done>(
            await _app.ChangeAsync(
                new ChangeEntryStatus(
                    id,
                    reserved.Number,
                    reserved.Code,
                    new(RegisterStatus.ListedByMistake, "Its application was withdrawn.")
                ),
                caller: Callers.Registrar
            )
        );

        Assert.Equal(RegisterStatus.ListedByMistake, (await _app.Get<Listings>().FindAsync(reserved.Number, default))!.Status);
        Assert.Empty((await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Unfounded);
        Assert.Equal(ApplicationStatus.Withdrawn, (await _app.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task What_a_registrar_changes_is_shown_at_once_by_every_process_and_lets_the_same_be_listed_again()
    {
        var id = await _app.KeepAsync(Approved("Changed"));
        await PublishAsync(id);
        var number = (await _app.ReadAsync(id)).Registration!.Number;
        using RegisterIndex another = new(_app.Get<RegisterLog>(), indexed: null, _app.Clock);
        Assert.Equal(RegisterStatus.Current, Assert.Single(await another.AllAsync(default)).Status);

        Assert.IsType<CommandResult.Done>(
            await _app.ChangeAsync(
                new ChangeEntryStatus(id, number, Code: null, new(RegisterStatus.ListedByMistake, "It was a test.")),
                caller: Callers.Registrar
            )
        );

        _app.Clock.Now += TimeSpan.FromSeconds(3);
        Assert.Equal(RegisterStatus.ListedByMistake, Assert.Single(await another.AllAsync(default)).Status);
        Assert.Equal(RegisterStatus.ListedByMistake, Assert.Single(await _app.Get<RegisterIndex>().AllAsync(default)).Status);
        Assert.Contains(
            "Listed by mistake",
            (await _app.Get<Listings>().ReadAsync(number, RegisterFile.Html, default))!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
        Assert.Null(
            (
                await _app.Get<Listings>().ContextOfAsync(Approved("Changed") with { Id = ApplicationId.New(Guid.NewGuid()) }, default)
            ).SameListing
        );
        Assert.Equal(1, await _app.LettersOfAsync(id) - 1);
    }

    [Fact]
    public async Task Of_many_changes_at_once_the_register_shows_the_last_in_every_form()
    {
        var id = await _app.KeepAsync(Approved("Changed often"));
        await PublishAsync(id);
        var number = (await _app.ReadAsync(id)).Registration!.Number;
        var all = Enum.GetValues<RegisterStatus>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(time =>
                    _app.ChangeAsync(
                        new ChangeEntryStatus(id, number, Code: null, new(all[time % all.Length], $"For the {time}th time.")),
                        caller: Callers.Registrar
                    )
                )
        );

        var last = (await _app.ReadAsync(id)).Registration!.Status;
        Assert.Equal(last, (await _app.Get<Listings>().FindAsync(number, default))!.Status);
        Assert.Contains(
            $"\"status\":\"{last}\"",
            (await _app.Get<Listings>().ReadAsync(number, RegisterFile.Json, default))!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);

        await _app.Get<BlobServiceClient>()
            .GetBlobContainerClient(StorageNames.RegisterContainer)
            .GetBlobClient($"{number}.json")
            .UploadAsync(BinaryData.FromString("{}"), overwrite: true);
        Assert.Equal(1, (await _app.Get<Reconcile>().MendAsync(_app.Orchestrations, default)).Relisted);
    }

    private static Application Approved(string title) =>
        AnApplication.WithoutFault.With(content => content with { Title = title }).Approved();

    private async Task PublishAsync(ApplicationId id) =>
        await _app.Function<Publish>().RunAsync(new ActivityInput(id, (await _app.ReadAsync(id)).Revision, null), default);

    private async Task AppendAsync(Application application, Registration reserved) =>
        await _app.Get<RegisterLog>()
            .AppendAsync(
                reserved.Number,
                isNew: true,
                _ =>
                    Task.FromResult<IReadOnlyList<EntryPart>>([
                        new(application.Id, application.Content.Type, 0, RegisterEntry.From(application, reserved.Number, reserved.Code)),
                    ]),
                default
            );

    private IAsyncEnumerable<RegisterEntry> EntriesAsync() =>
        _app.Get<RegisterLog>().EntriesAsync(default).Select(entry => entry.Listed.Entry);
}
