using Azure.Data.Tables;
using MicroCred.App.Notification;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

public sealed class CasesTests : IAsyncLifetime
{
    private Cases _cases = null!;

    public async Task InitializeAsync()
    {
        TableServiceClient tables = await SharedStorage.Tables();
        await tables.CreateTableIfNotExistsAsync(Names.ApplicationsTable);
        _cases = new Cases(tables);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_application_reads_back_as_it_was_saved_with_its_audit_events()
    {
        Change draft = ADraft();
        await _cases.Save(null, draft, [], null, default);

        Case? found = await _cases.Find(draft.Application.Id, default);

        Assert.Equivalent(draft.Application, found!.Application, strict: true);
        Assert.Equal(draft.Events.Select(e => e.Hash), (await _cases.Events(draft.Application.Id, default)).Select(e => e.Hash));
    }

    [Fact]
    public async Task An_application_longer_than_a_property_holds_reads_back_whole()
    {
        string purpose = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"{i} ūrunga 🪶 "));
        Change draft = ADraft(purpose);
        await _cases.Save(null, draft, [], null, default);

        Assert.Equal(purpose, (await _cases.Find(draft.Application.Id, default))!.Application.Content.MicroCredential!.Purpose);
    }

    [Fact]
    public async Task Of_two_writes_from_the_same_reading_the_second_is_refused_and_leaves_nothing()
    {
        Case read = await _cases.Save(null, ADraft(), [], null, default);
        Change first = Replaced(read.Application, "First");
        Change second = Replaced(read.Application, "Second");
        await _cases.Save(read, first, [], null, default);

        await Assert.ThrowsAsync<CaseMovedException>(() => _cases.Save(read, second, [], null, default));

        Assert.Equal("First", (await _cases.Find(read.Application.Id, default))!.Application.Content.MicroCredential!.Title);
        Assert.Null(AuditChain.Verify(await _cases.Events(read.Application.Id, default)));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_known_again_as_having_happened()
    {
        LostAnswers lost = new();
        TableClientOptions options = new();
        options.AddPolicy(lost, Azure.Core.HttpPipelinePosition.PerRetry);
        Cases unlucky = new(new TableServiceClient(await SharedStorage.ConnectionString(), options));
        Case read = await _cases.Save(null, ADraft(), [], null, default);

        lost.LoseNext();
        await unlucky.Save(read, Replaced(read.Application, "Once"), [], null, default);

        Assert.Equal("Once", (await _cases.Find(read.Application.Id, default))!.Application.Content.MicroCredential!.Title);
        Assert.Equal(1, lost.Count);
    }

    [Fact]
    public async Task Notices_and_a_kept_answer_are_written_with_the_change()
    {
        Change draft = ADraft();
        Notice notice = Notice.Of(draft.Application, NoticeKind.Lapsed, "9001", ("due", "today"));
        await _cases.Save(null, draft, [notice], new KeptAnswer("abc", "POST /", 201, "/there", "\"1\"", null), default);

        Assert.Equivalent(notice, Assert.Single(await _cases.NoticesSince(draft.Application.Id, 0, default)));
        Assert.Empty(await _cases.NoticesSince(draft.Application.Id, draft.Application.Revision, default));
        Assert.Equal("/there", (await _cases.Answer(draft.Application.Id, "abc", default))!.Location);
        Assert.Null(await _cases.Answer(draft.Application.Id, "other", default));
    }

    [Fact]
    public async Task A_removed_draft_leaves_nothing()
    {
        Case draft = await _cases.Save(null, ADraft(), [], null, default);

        await _cases.Remove(draft, default);

        Assert.Null(await _cases.Find(draft.Application.Id, default));
        Assert.Empty(await _cases.Events(draft.Application.Id, default));
    }

    private static Change ADraft(string purpose = "A purpose.") => Application.Draft(
        ApplicationId.New(Guid.NewGuid()),
        Providers.Mito,
        AnApplication.WithoutFault.With(content => content with { Purpose = purpose }).Content,
        People.Provider,
        Moments.Monday);

    private static Change Replaced(Application application, string title) => application
        .Replace(AnApplication.WithoutFault.With(content => content with { Title = title }).Content, People.Provider, Moments.Monday)
        .Match(change => change, refusal => throw new InvalidOperationException(refusal.Detail));
}
