using System.Text;
using Azure.Storage.Blobs;
using MicroCred.App.Importing;
using MicroCred.App.Projection;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Tests.Importing;

/// <summary>Each test has a register of its own, and two processes that share it.</summary>
public sealed class RegisterImportTests : IAsyncLifetime, IDisposable
{
    private string _account = null!;
    private AppServices _one = null!;
    private AppServices _other = null!;

    public async Task InitializeAsync()
    {
        _account = await SharedStorage.AccountOfItsOwnAsync();
        _one = new AppServices(_account);
        _other = new AppServices(_account);
        await _one.CreateStorageAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task What_is_imported_is_on_the_register_of_every_process_with_a_leaf_for_each_entry()
    {
        var file = Files.Text(Files.Row(("number", "70")), Files.Row(("number", "7"), ("title", "Crutching")), Files.Row(("number", "71")));

        Assert.Equal(3, await ImportedAsync(_one, file));

        Assert.Equal([7, 70, 71], (await EntriesAsync(_other)).Select(entry => entry.Number));
        Assert.Equal("Crutching", (await _other.Get<Listings>().FindAsync(7, default))!.Title);
        var log = _other.Get<RegisterLog>();
        var rows = await log.ReadAsync(after: 0, default).ToListAsync();
        Assert.Equal([(1L, 70), (2L, 7), (3L, 71)], rows.Select(row => (row.Seq, row.Entry.Number)));
        Assert.All(rows, row => Assert.Equal(RegisterChangeKind.Imported, row.Kind));
        Assert.Equal(3, await log.SizeAsync(default));
        Assert.Equal(rows[1].Data, (await log.RowAsync(2, default))!.Data);
        Assert.Equal(rows[2].Data, (await log.RowAsync(3, default))!.Data);
        Assert.Null(await log.RowAsync(4, default));
        Assert.Equal([7], (await log.ReadAsync(after: 1, through: 2, default).ToListAsync()).Select(row => row.Entry.Number));
        Assert.Equal(rows[1].Data, (await _one.Get<RegisterLog>().RowAsync(2, default))!.Data);
        Assert.Equal([71], (await log.ReadAsync(after: 2, default).ToListAsync()).Select(row => row.Entry.Number));
        Assert.Contains(RegisterLeaf.HashOf(RegisterCaching.JsonOf(rows[1].Entry).ToMemory()), rows[1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_numbers_and_codes_are_allocated_and_the_counters_pass_over_what_is_taken()
    {
        var published = await ReserveAsync(_one);
        var file = Files.Text(
            Files.Row(("number", "3"), ("reportingCode", "5056")),
            Files.Row(),
            Files.Row(("number", "4")),
            Files.Row(("reportingCode", "1004"))
        );

        await ImportedAsync(_one, file);

        Assert.Equal((1, "1000"), (published.Number, published.Code.ToString()));
        Assert.Equal(
            [(2, "1001"), (3, "5056"), (4, "1003"), (6, "1004")],
            (await EntriesAsync(_one)).Select(entry => (entry.Number, entry.Code.ToString()!))
        );
        Assert.Equal([(7, "1006"), (8, "1007")], [Of(await ReserveAsync(_one)), Of(await ReserveAsync(_other))]);

        static (int, string) Of(Registration registration) => (registration.Number, registration.Code.ToString()!);
    }

    [Fact]
    public async Task Codes_end_with_four_digits_and_an_import_goes_on_without()
    {
        using AppServices app = new(_account, "Register:FirstReportingCode=9998");

        await ImportedAsync(app, Files.Text(Files.Row(), Files.Row(("reportingCode", "0001")), Files.Row(), Files.Row()));

        Assert.Equal(
            [(1, "9998"), (2, "0001"), (3, "9999"), (4, null)],
            (await EntriesAsync(app)).Select(entry => (entry.Number, entry.Code?.ToString()))
        );
    }

    [Fact]
    public async Task A_number_or_code_of_an_application_that_is_just_being_published_is_named()
    {
        var reserved = await ReserveAsync(_other);

        var findings = await FaultsAsync(
            _one,
            Files.Text(Files.Row(("number", $"{reserved.Number}")), Files.Row(("reportingCode", "1000")))
        );

        Assert.Equal([(2, "number"), (3, "reportingCode")], findings.Select(finding => (finding.Row, finding.Column)));
        Assert.Empty(await EntriesAsync(_one));
    }

    [Fact]
    public async Task A_faulty_file_adds_nothing()
    {
        await FaultsAsync(_one, Files.Text(Files.Row(), Files.Row(("level", "11"))));

        Assert.Empty(await EntriesAsync(_one));
        Assert.Equal(0, await _one.Get<RegisterLog>().SizeAsync(default));
    }

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_its_key_serves_no_other()
    {
        var file = Files.Text(Files.Row(), Files.Row());

        Assert.Equal(2, await ImportedAsync(_one, file, "key"));
        Assert.Equal(2, await ImportedAsync(_other, file, "key"));

        Assert.IsType<ImportOutcome.KeyUsed>(await RunAsync(_one, Files.Text(Files.Row()), "key"));
        Assert.Equal(2, (await EntriesAsync(_one)).Count);
    }

    [Fact]
    public async Task Of_one_file_sent_twice_at_once_each_entry_is_added_once()
    {
        var file = Files.Text([.. Enumerable.Range(1, 40).Select(number => Files.Row(("number", $"{number}")))]);

        var imported = await Task.WhenAll(ImportedAsync(_one, file), ImportedAsync(_other, file), ImportedAsync(_one, file));

        Assert.Equal([0, 0, 40], imported.Order());
        Assert.Equal(40, await _one.Get<RegisterLog>().SizeAsync(default));
        Assert.Equal(Enumerable.Range(1, 40), (await EntriesAsync(_other)).Select(entry => entry.Number));
    }

    [Fact]
    public async Task One_file_without_numbers_sent_again_without_a_key_is_answered_as_before_and_adds_nothing()
    {
        var file = Files.Text(Files.Row(), Files.Row(("reportingCode", "5056")));

        Assert.Equal(2, await ImportedAsync(_one, file));
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ImportedAsync(i % 2 == 0 ? _one : _other, file)));

        Assert.All(again, count => Assert.Equal(2, count));
        Assert.Equal(2, (await EntriesAsync(_other)).Count);
    }

    [Fact]
    public async Task One_file_without_numbers_sent_twice_at_once_without_a_key_is_one_import()
    {
        var file = Files.Text(Files.Row(), Files.Row(("reportingCode", "5056")));

        var imported = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ImportedAsync(i % 2 == 0 ? _one : _other, file)));

        Assert.All(imported, count => Assert.Equal(2, count));
        Assert.Equal(2, (await EntriesAsync(_one)).Count);
    }

    [Fact]
    public async Task What_was_imported_is_in_memory_once_for_the_lists_and_the_log()
    {
        await ImportedAsync(_one, Files.Text(Files.Row(("number", "70"))));

        var listed = Assert.Single(await EntriesAsync(_other));

        Assert.Same(listed, (await _other.Get<RegisterLog>().RowAsync(1, default))!.Entry);
    }

    [Fact]
    public async Task Two_requests_with_one_key_at_once_are_one_import()
    {
        var file = Files.Text(Files.Row(), Files.Row(("reportingCode", "5056")));

        var imported = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ImportedAsync(i % 2 == 0 ? _one : _other, file, "key")));

        Assert.All(imported, count => Assert.Equal(2, count));
        Assert.Equal(2, (await EntriesAsync(_one)).Count);
    }

    [Fact]
    public async Task Publications_meanwhile_get_other_numbers_and_codes()
    {
        var importing = Enumerable
            .Range(0, 3)
            .Select(i => ImportedAsync(_one, Files.Text([.. Enumerable.Range(0, 30).Select(_ => Files.Row(("title", $"Import {i}")))])));
        var publishing = Enumerable.Range(0, 30).Select(i => ReserveAsync(i % 2 == 0 ? _one : _other));

        var imported = Task.WhenAll(importing);
        var published = await Task.WhenAll(publishing);
        await imported;

        var entries = await EntriesAsync(_other);
        Assert.Equal(90, entries.Count);
        Assert.Equal(120, entries.Select(entry => entry.Number).Concat(published.Select(one => one.Number)).Distinct().Count());
        Assert.Equal(120, entries.Select(entry => entry.Code).Concat(published.Select(one => one.Code)).Distinct().Count());
    }

    [Fact]
    public async Task What_was_begun_and_broke_off_before_its_row_is_seen_by_nobody_and_hinders_nobody()
    {
        var file = Files.Text(Files.Row(("number", "70"), ("reportingCode", "5056")));
        var added = new ImportCheck([], _ => null, Files.Today).Run(ImportFile.Read(Encoding.UTF8.GetBytes(file)));
        var allocated = await _other.Get<ImportAllocation>().RunAsync(added, [], new ImportFindings(), default);
        await _other.Get<ImportFiles>().WriteAsync([.. allocated.Select(ImportedEntry.Of)], default);
        Assert.Empty(await EntriesAsync(_one));
        Assert.Null(await _one.Get<Listings>().FindAsync(70, default));

        Assert.Equal(1, await ImportedAsync(_one, file));
    }

    [Fact]
    public async Task The_sample_exported_again_is_the_same_to_the_byte()
    {
        var file = await File.ReadAllBytesAsync(
            MicroCred.Tests.Support.Repository.Path("functions/Demo/Samples/register/register-of-june-2022.csv")
        );

        Assert.Equal(249, await ImportedAsync(_one, Encoding.UTF8.GetString(file)));

        Assert.Equal(file, await Files.ExportAsync(await EntriesAsync(_other)));
        Assert.Equal(0, await ImportedAsync(_other, Encoding.UTF8.GetString(file)));
    }

    [Fact]
    public async Task An_imported_entry_can_change_and_is_then_what_it_became()
    {
        await ImportedAsync(_one, Files.Text(Files.Row(("number", "70")), Files.Row(("number", "71"))));
        foreach (var number in (int[])[70, 71])
        {
            await _other
                .Get<RegisterLog>()
                .AppendAsync(
                    number,
                    isNew: false,
                    before =>
                    {
                        var part = before!.Listed.Parts[0];
                        return Task.FromResult<IReadOnlyList<EntryPart>>([
                            part with
                            {
                                Changes = 1,
                                Says = part.Says with { Status = RegisterStatus.Discontinued },
                            },
                        ]);
                    },
                    default
                );
        }

        using AppServices later = new(_account);
        foreach (var app in (AppServices[])[_one, _other, later])
        {
            Assert.Equal(RegisterStatus.Discontinued, (await app.Get<RegisterLog>().FindAsync(70, default))!.Listed.Entry.Status);
            var entries = (await app.Get<RegisterIndex>().NowAsync(default)).Entries;
            Assert.All(entries, entry => Assert.Equal(RegisterStatus.Discontinued, entry.Status));
        }
    }

    [Fact]
    public async Task An_application_for_the_same_as_an_imported_entry_is_the_same_listing()
    {
        await ImportedAsync(
            _one,
            Files.Text(
                Files.Row(
                    ("number", "70"),
                    ("title", "Workshop Foundations"),
                    ("level", "3"),
                    ("credits", "20"),
                    ("providerNumber", "9001"),
                    ("provider", "MITO")
                )
            )
        );

        var context = await _one.Get<RegisterStore>().ContextOfAsync(AnApplication.WithoutFault.Submitted(), default);

        Assert.Equal(70, context.SameListing);
    }

    [Fact]
    public async Task Files_are_written_afterwards_and_never_over_what_a_change_wrote()
    {
        await ImportedAsync(
            _one,
            Files.Text(Files.Row(("number", "70")), Files.Row(("number", "71"), ("pathways", "Follows|70|Wool handling")))
        );
        BlobContainerClient files = new(_account, StorageNames.RegisterContainer);
        await files.UploadBlobAsync("71.json", BinaryData.FromString("newer"));

        var write = ActivatorUtilities.CreateInstance<WriteRegister>(_other.Get<IServiceProvider>());
        await write.RunAsync(new TimerInfo(), default);
        await write.RunAsync(new TimerInfo(), default);

        var written = (await files.GetBlobClient("70.json").DownloadContentAsync()).Value.Content.ToString();
        Assert.Contains("\"linkedFrom\":[{\"kind\":\"Follows\",\"registerNumber\":71", written, StringComparison.Ordinal);
        foreach (var file in (string[])["70.html", "70.jsonld", "70.jwt", "71.jwt"])
        {
            Assert.True(await files.GetBlobClient(file).ExistsAsync(), file);
        }

        Assert.Equal("newer", (await files.GetBlobClient("71.json").DownloadContentAsync()).Value.Content.ToString());
        Assert.Empty(await _one.Get<RegisterLog>().ImportsToShowAsync(default));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_one_request()
    {
        var file = Files.Text([
            .. Enumerable
                .Range(1, 10_000)
                .Select(number => Files.Row(("title", $"Wool handling {number}"), ("purpose", new string('x', 500)))),
        ]);

        Assert.Equal(10_000, await ImportedAsync(_one, file));

        var entries = await EntriesAsync(_other);
        Assert.Equal(10_000, entries.Select(entry => entry.Number).Distinct().Count());
        Assert.Equal(9_000, entries.Select(entry => entry.Code).OfType<ReportingCode>().Distinct().Count());
    }

    private static async Task<int> ImportedAsync(AppServices app, string file, string? key = null) =>
        Assert.IsType<ImportOutcome.Done>(await RunAsync(app, file, key)).Imported;

    private static async Task<IReadOnlyList<ImportFinding>> FaultsAsync(AppServices app, string file) =>
        Assert.IsType<ImportOutcome.Faulty>(await RunAsync(app, file, key: null)).Findings;

    private static Task<ImportOutcome> RunAsync(AppServices app, string file, string? key) =>
        app.Get<RegisterImport>().RunAsync(Encoding.UTF8.GetBytes(file), key, CancellationToken.None);

    private static async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(AppServices app) =>
        (await app.Get<RegisterIndex>().NowAsync(CancellationToken.None)).Entries;

    private static Task<Registration> ReserveAsync(AppServices app) =>
        app.Get<RegisterStore>()
            .ReserveAsync(
                AnApplication.WithoutFault.With(content => content with { Title = $"Listing {Guid.NewGuid():N}" }).Approved() with
                {
                    Id = ApplicationId.New(Guid.NewGuid()),
                },
                DateTimeOffset.UtcNow,
                CancellationToken.None
            );
}
