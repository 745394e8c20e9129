using Azure.Data.Tables;
using Azure.Storage.Blobs;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Tests.Publication;

/// <summary>Each test has a separate register, so that numbers are predictable.</summary>
public sealed class RegisterTests : IAsyncLifetime, IDisposable
{
    private TableServiceClient _tables = null!;
    private ImportFiles _imports = null!;
    private RegisterLog _log = null!;

    public async Task InitializeAsync()
    {
        var account = await SharedStorage.AccountOfItsOwnAsync();
        _tables = new TableServiceClient(account);
        _imports = new ImportFiles(new BlobServiceClient(account));
        await _tables.CreateTableIfNotExistsAsync(StorageNames.RegisterTable);
        _log = new RegisterLog(_tables, _imports, TimeProvider.System);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task Sixty_publications_at_once_get_sixty_numbers_without_gap_or_repeat()
    {
        using var one = ARegister();
        using var other = ARegister();

        var entries = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? one : other).ReserveAsync(Approved($"Title {i}"), Now, default))
        );

        Assert.Equal(Enumerable.Range(1, 60), entries.Select(entry => entry.Number).Order());
        Assert.Equal("1000", entries.Single(entry => entry.Number == 1).Code.ToString());
    }

    [Fact]
    public async Task An_application_is_listed_once_however_often_it_is_tried()
    {
        var application = Approved("Once");

        var entries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ARegister().ReserveAsync(application, Now, default)));

        Assert.Single(entries.Select(entry => entry.Number).Distinct());
        Assert.Equal(entries[0].Number + 1, (await ARegister().ReserveAsync(Approved("Next"), Now, default)).Number);
    }

    [Fact]
    public async Task A_full_block_of_numbers_is_followed_by_the_next_without_a_gap()
    {
        await _tables
            .GetTableClient(StorageNames.RegisterTable)
            .AddEntityAsync(new TableEntity(RegisterRows.Block(0), RegisterRows.Counter) { ["Last"] = 998 });

        var last = await ARegister().ReserveAsync(Approved("Last of its block"), Now, default);
        var first = await ListedAsync(ARegister(), "First of the next");

        Assert.Equal((999, 1000), (last.Number, first.Number));
        Assert.Equal("First of the next", (await _log.FindAsync(1000, default))!.Listed.Entry.Title);
    }

    [Fact]
    public async Task One_tried_again_after_its_block_filled_up_is_still_listed_once()
    {
        var application = Approved("Slow");
        var entry = await ARegister().ReserveAsync(application, Now, default);
        await _tables
            .GetTableClient(StorageNames.RegisterTable)
            .UpsertEntityAsync(new TableEntity(RegisterRows.Block(0), RegisterRows.Counter) { ["Last"] = 999 });

        Assert.Equal(entry.Number, (await ARegister().ReserveAsync(application, Now, default)).Number);
    }

    [Fact]
    public async Task Codes_end_with_four_digits_and_listing_goes_on_without()
    {
        var register = ARegister(firstCode: 9999);

        Assert.Equal("9999", (await register.ReserveAsync(Approved("The last code"), Now, default)).Code.ToString());
        Assert.Null((await register.ReserveAsync(Approved("No code left"), Now, default)).Code);
    }

    [Theory]
    [InlineData(8099, null)]
    [InlineData(8100, 90)]
    [InlineData(8101, null)]
    [InlineData(8190, 91)]
    [InlineData(9000, 100)]
    public void Registrars_are_warned_of_each_percent_of_codes_from_ninety_on(int number, int? used) =>
        Assert.Equal(used, ARegister().CodesUsed(new Registration(number, ReportingCode.Parse("5056"), Now)));

    [Fact]
    public async Task The_same_provider_title_level_and_credits_are_found_as_the_same_listing()
    {
        var register = ARegister();
        var entry = await ListedAsync(register, "Welding for  Beginners");

        Assert.Equal(entry.Number, (await register.ContextOfAsync(Approved("welding for beginners"), default)).SameListing);
        Assert.Null((await register.ContextOfAsync(Approved("Welding for the advanced"), default)).SameListing);
    }

    [Fact]
    public async Task A_number_that_was_only_reserved_makes_no_other_application_the_same_as_a_listing()
    {
        var register = ARegister();
        await register.ReserveAsync(Approved("Withdrawn just before"), Now, default);

        Assert.Null((await register.ContextOfAsync(Approved("Withdrawn just before"), default)).SameListing);
    }

    [Fact]
    public async Task Whoever_comes_after_a_withdrawn_one_stands_for_the_listing_and_the_withdrawn_one_would_find_its_number_again()
    {
        var register = ARegister();
        var withdrawn = Approved("The same");
        var reserved = await register.ReserveAsync(withdrawn, Now, default);

        var entry = await ListedAsync(ARegister(), "The same");

        Assert.NotEqual(reserved.Number, entry.Number);
        Assert.Equal(entry.Number, (await register.ContextOfAsync(Approved("The same"), default)).SameListing);
        Assert.Equal(reserved.Number, (await ARegister().ReserveAsync(withdrawn, Now, default)).Number);
    }

    [Fact]
    public async Task What_is_listed_after_its_successor_is_seen_by_those_who_saw_the_successor()
    {
        var register = ARegister();
        var slow = Approved("Slow");
        var reserved = await register.ReserveAsync(slow, Now, default);
        var quick = await ListedAsync(register, "Quick");
        FixedClock clock = new(DateTimeOffset.UtcNow);
        using RegisterLog elsewheresLog = new(_tables, _imports, clock);
        using RegisterIndex elsewhere = new(elsewheresLog, indexed: null, clock);
        Assert.Equal([quick.Number], (await elsewhere.AllAsync(default)).Select(entry => entry.Number));

        await AppendAsync(slow, reserved);
        clock.Now += TimeSpan.FromMinutes(1);

        Assert.Equal([reserved.Number, quick.Number], (await elsewhere.AllAsync(default)).Select(entry => entry.Number));
    }

    [Fact]
    public async Task Another_process_sees_what_was_listed()
    {
        var entry = await ListedAsync(ARegister(), "Seen by all");
        using RegisterIndex elsewhere = new(_log, indexed: null, TimeProvider.System);

        Assert.Equal(entry.Number, Assert.Single(await elsewhere.AllAsync(default)).Number);
        using SearchIndex search = new(elsewhere);
        Assert.Equal(entry.Number, Assert.Single(await search.CloseToAsync(Approved("Seen by all."), default)).Number);
    }

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private async Task<RegisterEntry> ListedAsync(RegisterStore register, string title)
    {
        var application = Approved(title);
        var registration = await register.ReserveAsync(application, Now, default);
        var entry = RegisterEntry.From(application, registration.Number, registration.Code);
        await AppendAsync(application, registration);
        return entry;
    }

    private async Task AppendAsync(Application application, Registration registration) =>
        await _log.AppendAsync(
            registration.Number,
            isNew: true,
            _ =>
                Task.FromResult<IReadOnlyList<EntryPart>>([
                    new(
                        application.Id,
                        application.Content.Type,
                        0,
                        RegisterEntry.From(application, registration.Number, registration.Code)
                    ),
                ]),
            default
        );

    private RegisterStore ARegister(int firstCode = 1000) =>
        new(
            _tables,
            _log,
            new SearchIndex(new RegisterIndex(_log, indexed: null, TimeProvider.System)),
            Options.Create(new RegisterOptions { FirstReportingCode = firstCode })
        );

    private static Application Approved(string title) =>
        AnApplication.WithoutFault.With(content => content with { Title = title }).Approved() with
        {
            Id = ApplicationId.New(Guid.NewGuid()),
        };
}
