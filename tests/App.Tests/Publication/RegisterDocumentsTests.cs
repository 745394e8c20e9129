using System.Text;
using Azure.Storage.Blobs;
using MicroCred.App.Importing;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

/// <summary>Documents of all entries are files that follow the register's log.</summary>
public sealed class RegisterDocumentsTests : IAsyncLifetime, IDisposable
{
    private AppInProcess _app = null!;
    private AppInProcess _another = null!;

    private RegisterDocuments Documents => _app.Get<RegisterDocuments>();

    private BlobContainerClient Files => _app.Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.RegisterContainer);

    public async Task InitializeAsync()
    {
        _app = await AppInProcess.StartAsync();
        _another = _app.Another();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _another.Dispose();
        _app.Dispose();
    }

    [Fact]
    public async Task They_are_written_once_for_all_that_changed_since()
    {
        await ListAsync(1, "Ignition");
        await ListAsync(2, "Acceleration");

        Assert.Equal(
            [
                "index.jsonl",
                "register.csv",
                "sitemap.xml",
                "statistics/2026-03-02-creditsBySubject.csv",
                "statistics/2026-03-02-levelByProviderType.csv",
                "statistics/2026-03-02.html",
                "statistics/2026-03-02.json",
            ],
            (await Documents.WriteAsync(default)).Order(StringComparer.Ordinal)
        );
        Assert.Empty(await Documents.WriteAsync(default));
        Assert.Empty(await _another.Get<RegisterDocuments>().WriteAsync(default));

        await ChangeAsync(2, "Acceleration");

        Assert.Equal(["index.jsonl", "register.csv"], (await Documents.WriteAsync(default)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_are_written_again_the_next_day_so_that_none_is_old_enough_to_be_removed()
    {
        await ListAsync(1, "Ignition");
        var first = await Documents.WriteAsync(default);
        _app.Clock.Now += TimeSpan.FromDays(1);

        Assert.Equal(
            first.Select(name => name.Replace("2026-03-02", "2026-03-03", StringComparison.Ordinal)),
            await Documents.WriteAsync(default)
        );
        Assert.Equal(new DateOnly(2026, 3, 3), (await ManifestAsync()).Day);
    }

    [Fact]
    public async Task What_is_made_is_the_same_to_the_byte_as_what_is_written()
    {
        await ListAsync(1, "Ignition");
        var sources = _app.Get<IEnumerable<IRegisterDocumentSource>>();
        var register = await _app.Get<RegisterIndex>().NowAsync(default);
        List<(string Name, string Sha256)> made = [];
        foreach (var document in sources.SelectMany(source => source.Of(register, new(2026, 3, 2))))
        {
            made.Add((document.Name, (await ReadAsync(Documents, document)).Sha256));
        }

        await Documents.WriteAsync(default);

        Assert.Equal(made, (await ManifestAsync()).Documents.Select(document => (document.Name, document.Sha256)));
        Assert.True(made.Count > 5);
    }

    [Fact]
    public async Task Readers_get_the_file_where_it_has_all_that_is_known_and_else_what_is_made()
    {
        await ListAsync(1, "Ignition");
        await Documents.WriteAsync(default);
        Assert.Contains("Ignition", await CsvAsync(_another), StringComparison.Ordinal);
        Assert.Contains("Ignition", await CsvAsync(_app), StringComparison.Ordinal);

        await ListAsync(2, "Acceleration");

        var never = _app.Get<RegisterDocuments>().ReadAsync((_, _) => Never("register.csv"), default);
        await Assert.ThrowsAsync<NotSupportedException>(() => never);
        Assert.Contains("Acceleration", await CsvAsync(_app, made: true), StringComparison.Ordinal);

        await Documents.WriteAsync(default);
        _app.Clock.Now += TimeSpan.FromSeconds(11);

        Assert.Contains("Acceleration", await CsvAsync(_app), StringComparison.Ordinal);
        Assert.Contains("Acceleration", await CsvAsync(_another), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_whose_file_is_gone_is_made()
    {
        await ListAsync(1, "Ignition");
        await Documents.WriteAsync(default);
        foreach (var document in (await ManifestAsync()).Documents)
        {
            await Files.DeleteBlobAsync(document.File);
        }

        Assert.Contains("Ignition", await CsvAsync(_another, made: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_breaks_off_shows_nothing_of_the_change()
    {
        await ListAsync(1, "Ignition");
        await Documents.WriteAsync(default);
        var before = await ManifestAsync();
        await ListAsync(2, "Acceleration");
        RegisterDocuments breaking = new(
            _app.Get<RegisterIndex>(),
            _app.Get<DocumentFiles>(),
            [.. _app.Get<IEnumerable<IRegisterDocumentSource>>(), new Breaking()],
            _app.Clock
        );

        await Assert.ThrowsAsync<NotSupportedException>(() => breaking.WriteAsync(default));

        var after = await ManifestAsync();
        Assert.Equal(before.Documents, after.Documents);
        Assert.All(after.Documents, document => Assert.True(Files.GetBlobClient(document.File).Exists()));

        await Documents.WriteAsync(default);

        Assert.Equal(2, (await ManifestAsync()).Seq);
    }

    [Fact]
    public async Task Two_processes_that_write_at_once_leave_what_one_of_them_wrote()
    {
        for (var round = 1; round <= 5; round++)
        {
            await ListAsync(round, $"Ignition {round}");

            await Task.WhenAll(Documents.WriteAsync(default), _another.Get<RegisterDocuments>().WriteAsync(default));

            var manifest = await ManifestAsync();
            Assert.Equal(round, manifest.Seq);
            Assert.All(
                await Task.WhenAll(manifest.Documents.Select(document => _app.Get<DocumentFiles>().IsIntactAsync(document, default))),
                Assert.True
            );
        }
    }

    [Fact]
    public async Task A_process_that_starts_reads_the_index_and_the_rows_since()
    {
        await ListAsync(1, "Ignition");
        await ListAsync(2, "Acceleration");
        await Documents.WriteAsync(default);
        await ChangeAsync(2, "Orbit");
        await ListAsync(3, "Landing");

        var started = await _another.Get<RegisterIndex>().NowAsync(default);

        Assert.Equal(["Ignition", "Orbit", "Landing"], started.Entries.Select(entry => entry.Title));
        Assert.Equal(4, started.Seq);
        Assert.Equal([1, 3, 4], started.Rows);
        Assert.Equal(2, (await _another.Get<IndexedRegister>().ReadAsync(default))!.Value.Entries.Count);
    }

    [Theory]
    [InlineData("another title in it")]
    [InlineData("cut off")]
    [InlineData("gone")]
    [InlineData("ahead of the log")]
    public async Task An_index_that_isn_t_what_was_written_is_left_aside(string damage)
    {
        await ListAsync(1, "Ignition");
        await Documents.WriteAsync(default);
        var manifest = await ManifestAsync();
        var index = Files.GetBlobClient(manifest.Find("index.jsonl")!.File);
        var content = (await index.DownloadContentAsync()).Value.Content.ToString();
        if (damage == "gone")
        {
            await index.DeleteAsync();
        }
        else if (damage == "ahead of the log")
        {
            var forged = await _app.Get<DocumentFiles>().FindManifestAsync(default);
            await _app.Get<DocumentFiles>().TryWriteManifestAsync(manifest with { Seq = 9 }, forged!.Value.Tag, default);
        }
        else
        {
            var other = damage == "cut off" ? content[..^20] : content.Replace("Ignition", "Forged", StringComparison.Ordinal);
            await index.UploadAsync(BinaryData.FromString(other), overwrite: true);
        }

        var started = await _another.Get<RegisterIndex>().NowAsync(default);

        Assert.Equal((1, "Ignition"), (started.Seq, Assert.Single(started.Entries).Title));
    }

    [Fact]
    public async Task A_rebuild_writes_what_isn_t_the_same_to_the_byte_and_names_it()
    {
        await ListAsync(1, "Ignition");
        await Documents.WriteAsync(default);
        var log = _app.Get<RegisterLog>();
        Assert.Empty(await Documents.RebuildAsync(log, default));
        var before = await ManifestAsync();
        var files = _app.Get<DocumentFiles>();
        await Files.GetBlobClient(before.Find("sitemap.xml")!.File).UploadAsync(BinaryData.FromString("forged"), overwrite: true);
        await Files.DeleteBlobAsync(before.Find("register.csv")!.File);
        var json = before.Find("statistics/2026-03-02.json")!;
        var forged = before with { Documents = [.. before.Documents.Except([json]), json with { Sha256 = new string('0', 64) }] };
        Assert.True(await files.TryWriteManifestAsync(forged, (await files.FindManifestAsync(default))!.Value.Tag, default));

        Assert.Equal(
            ["register.csv", "sitemap.xml", "statistics/2026-03-02.json"],
            (await Documents.RebuildAsync(log, default)).Order(StringComparer.Ordinal)
        );

        Assert.Equal(before.Documents, (await ManifestAsync()).Documents);
        Assert.Empty(await Documents.RebuildAsync(log, default));
    }

    /// <summary>A document as readers get it.</summary>
    private static async Task<ReadDocument> ReadAsync(RegisterDocuments documents, RegisterDocument document) =>
        await documents.ReadAsync((_, _) => document, default);

    /// <summary>The CSV as a process's readers get it; by its file alone, unless it may be made.</summary>
    private static async Task<string> CsvAsync(AppInProcess app, bool made = false)
    {
        var read = await app.Get<RegisterDocuments>()
            .ReadAsync((register, _) => made ? CsvDocument.Of(register) : Never("register.csv"), default);
        using MemoryStream content = new();
        await read.WriteAsync!(content, default);
        return Encoding.UTF8.GetString(content.ToArray());
    }

    private static RegisterDocument Never(string name) =>
        new(name, "text/csv", (_, _) => throw new NotSupportedException("It has a file.")) { IsLarge = true };

    private async Task<DocumentManifest> ManifestAsync() => (await _app.Get<DocumentFiles>().FindManifestAsync(default))!.Value.Manifest;

    private Task ListAsync(int number, string title) => AppendAsync(number, title, "Ignition", changes: 0);

    private Task ChangeAsync(int number, string title, string purpose = "Orbit") => AppendAsync(number, title, purpose, changes: 1);

    private Task AppendAsync(int number, string title, string purpose, int changes)
    {
        var application = AnApplication.WithoutFault.With(content => content with { Title = title, Purpose = purpose }).Approved();
        var entry = RegisterEntry.From(application, number, code: null) with { ApprovedOn = new(2020, 1, 1) };
        return _app.AppendAsync(ApplicationId.New(new Guid(number, 0, 0, new byte[8])), entry, changes);
    }

    /// <summary>A document that can't be made.</summary>
    private sealed class Breaking : IRegisterDocumentSource
    {
        public IEnumerable<RegisterDocument> Of(RegisterAsOf register, DateOnly today) => [Never("breaking.txt")];
    }
}
