using System.Text.Json;
using Azure.Data.Tables;
using MicroCred.App.Notification;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

public sealed class ApplicationStoreTests : IAsyncLifetime
{
    private ApplicationStore _applications = null!;

    public async Task InitializeAsync()
    {
        TableServiceClient tables = await SharedStorage.Tables();
        await tables.CreateTableIfNotExistsAsync(Names.ApplicationsTable);
        _applications = new ApplicationStore(tables);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_application_reads_back_as_it_was_saved_with_its_audit_events()
    {
        Change draft = ADraft();
        await _applications.Save(null, draft, [], answer: null, trace: null, default);

        StoredApplication? found = await _applications.Find(draft.Application.Id, default);

        Assert.Equivalent(draft.Application, found!.Application, strict: true);
        Assert.Equal(draft.Events.Select(e => e.Hash), (await _applications.Events(draft.Application.Id, default)).Select(e => e.Hash));
    }

    [Fact]
    public async Task An_application_longer_than_a_property_holds_reads_back_whole()
    {
        string purpose = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"{i} ūrunga 🪶 "));
        Change draft = ADraft(purpose);
        await _applications.Save(null, draft, [], answer: null, trace: null, default);

        Assert.Equal(purpose, (await _applications.Find(draft.Application.Id, default))!.Application.Content.MicroCredential!.Purpose);
    }

    [Fact]
    public async Task Of_two_writes_from_the_same_reading_the_second_is_refused_and_leaves_nothing()
    {
        StoredApplication read = await _applications.Save(null, ADraft(), [], answer: null, trace: null, default);
        Change first = Replaced(read.Application, "First");
        Change second = Replaced(read.Application, "Second");
        await _applications.Save(read, first, [], answer: null, trace: null, default);

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => _applications.Save(read, second, [], answer: null, trace: null, default));

        Assert.Equal("First", (await _applications.Find(read.Application.Id, default))!.Application.Content.MicroCredential!.Title);
        Assert.Null(AuditChain.Verify(await _applications.Events(read.Application.Id, default)));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_known_again_as_having_happened()
    {
        LostAnswers lost = new();
        TableClientOptions options = new();
        options.AddPolicy(lost, Azure.Core.HttpPipelinePosition.PerRetry);
        ApplicationStore unlucky = new(new TableServiceClient(await SharedStorage.ConnectionString(), options));
        StoredApplication read = await _applications.Save(null, ADraft(), [], answer: null, trace: null, default);

        lost.LoseNext();
        await unlucky.Save(read, Replaced(read.Application, "Once"), [], answer: null, trace: null, default);

        Assert.Equal("Once", (await _applications.Find(read.Application.Id, default))!.Application.Content.MicroCredential!.Title);
        Assert.Equal(1, lost.Count);
    }

    [Fact]
    public async Task Notices_and_a_kept_answer_are_written_with_the_change()
    {
        Change draft = ADraft();
        Notice notice = Notice.Of(draft.Application, NoticeKind.Lapsed, "9001", ("due", "today"));
        await _applications.Save(null, draft, [notice], new KeptAnswer("abc", "Command 1", JsonSerializer.SerializeToElement("done")), trace: null, default);

        Assert.Equivalent(notice, Assert.Single(await _applications.NoticesSince(draft.Application.Id, 0, default)));
        Assert.Empty(await _applications.NoticesSince(draft.Application.Id, draft.Application.Revision, default));
        Assert.Equal("done", (await _applications.FindAnswer(draft.Application.Id, "abc", default))!.Answer.GetString());
        Assert.Null(await _applications.FindAnswer(draft.Application.Id, "other", default));
    }

    [Fact]
    public async Task A_removed_draft_leaves_nothing()
    {
        StoredApplication draft = await _applications.Save(null, ADraft(), [], answer: null, trace: null, default);

        await _applications.Remove(draft, default);

        Assert.Null(await _applications.Find(draft.Application.Id, default));
        Assert.Empty(await _applications.Events(draft.Application.Id, default));
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
