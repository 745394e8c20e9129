using System.Text.Json;
using Azure.Data.Tables;
using MicroCred.App.Evaluation;
using MicroCred.App.Notices;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Storage;

public sealed class ApplicationStoreTests : IAsyncLifetime
{
    private ApplicationStore _applications = null!;

    public async Task InitializeAsync()
    {
        var tables = await SharedStorage.TablesAsync();
        await tables.CreateTableIfNotExistsAsync(StorageNames.ApplicationsTable);
        _applications = new ApplicationStore(tables);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_application_reads_back_as_it_was_saved_with_its_audit_events()
    {
        var draft = ADraft();
        await _applications.SaveAsync(null, draft, [], answer: null, trace: null, default);

        var found = await _applications.FindAsync(draft.Application.Id, default);

        Assert.Equivalent(draft.Application, found!.Application, strict: true);
        var whole = (await _applications.FindWholeAsync(draft.Application.Id, default))!;
        Assert.Equal(draft.Events.Select(e => (e.Number, e.What.Name)), whole.Events.Select(kept => (kept.Event.Number, kept.Event.Event)));
        Assert.Null(whole.Break);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_character_of_two_halves_is_never_cut_wherever_a_property_ends(int offset)
    {
        var purpose = new string('x', offset) + string.Concat(Enumerable.Repeat("🪶", 40_000));
        var draft = ADraft(purpose);
        await _applications.SaveAsync(null, draft, [], answer: null, trace: null, default);

        Assert.Equal(purpose, (await _applications.FindAsync(draft.Application.Id, default))!.Application.Content.MicroCredential!.Purpose);
    }

    [Fact]
    public async Task An_application_longer_than_a_property_holds_reads_back_whole()
    {
        var purpose = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"{i} ūrunga 🪶 "));
        var draft = ADraft(purpose);
        await _applications.SaveAsync(null, draft, [], answer: null, trace: null, default);

        Assert.Equal(purpose, (await _applications.FindAsync(draft.Application.Id, default))!.Application.Content.MicroCredential!.Purpose);
    }

    /// <summary>
    /// The largest application within the limits, in three-byte letters: the largest body, seven comments, three questions with answers, a
    /// decision.
    /// </summary>
    [Fact]
    public async Task The_longest_application_of_all_reads_back_whole_in_further_rows_and_leaves_none_behind_when_it_is_short_again()
    {
        string longest = new('語', (int)TextLimit.LongText);
        var draft = await _applications.SaveAsync(null, ADraft(longest), [], answer: null, trace: null, default);
        var application = draft.Application with
        {
            Content = draft.Application.Content with
            {
                MicroCredential = draft.Application.Content.MicroCredential! with
                {
                    Assessment = longest,
                    EntryRequirements = longest,
                    Outcomes = [.. Enumerable.Repeat(new string('語', 270), 100)],
                },
            },
            InformationRequests =
            [
                .. Enumerable
                    .Range(1, 3)
                    .Select(number => new InformationRequest(number, longest, [1], Moments.Monday, Moments.Monday) { Answer = longest }),
            ],
            Tasks =
            [
                new EvaluationTask(
                    TaskId.Create(draft.Application.Id, 1),
                    TaskKind.Evaluation,
                    "evaluator-1",
                    TaskStatus.Open,
                    Moments.Monday,
                    false,
                    Moments.Monday,
                    [
                        .. Enumerable
                            .Range(1, 7)
                            .Select(criterion => new CriterionFinding(
                                criterion,
                                CriterionResult.Met,
                                longest,
                                "evaluator-1",
                                Moments.Monday
                            )),
                    ]
                ),
            ],
            Decision = new Decision(
                DecisionOutcome.ApproveWithConditions,
                longest,
                [.. Enumerable.Repeat(new Condition(new string('語', 1000), Moments.Monday), 100)],
                People.Evaluator,
                Moments.Monday
            ),
        };
        var kept = JsonSerializer.SerializeToElement(application.Tasks, AppJson.Stored);

        var saved = await _applications.SaveAsync(
            draft,
            new(application, []),
            [],
            new KeptAnswer("abc", "Command 1", kept),
            trace: null,
            default
        );

        Assert.InRange(saved.Rows, 2, 9);
        var found = (await _applications.FindAsync(application.Id, default))!;
        Assert.Equivalent(application, found.Application, strict: true);
        Assert.Equal(kept.GetRawText(), (await _applications.FindAnswerAsync(application.Id, "abc", default))!.Answer!.Value.GetRawText());

        Assert.Equal(
            1,
            (
                await _applications.SaveAsync(
                    found,
                    Replaced(application with { Tasks = [], InformationRequests = [], Decision = null }, "Short"),
                    [],
                    null,
                    null,
                    default
                )
            ).Rows
        );
        Assert.Equal("Short", (await _applications.FindAsync(application.Id, default))!.Application.Content.MicroCredential!.Title);
        Assert.Equal([ApplicationRows.Application], await RowsAsync(application.Id, "application"));
    }

    [Fact]
    public async Task A_long_application_is_read_as_one_of_its_writes_left_it_however_many_there_are()
    {
        var stored = await _applications.SaveAsync(null, Lettered('z', 10), [], answer: null, trace: null, default);
        var id = stored.Application.Id;
        using CancellationTokenSource enough = new();
        var reading = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                var outcomes = (await _applications.FindAsync(id, default))!.Application.Content.MicroCredential!.Outcomes!;
                Assert.Single(outcomes.Select(outcome => outcome[0]).Distinct());
            }
        });

        for (var write = 0; write < 20; write++)
        {
            var change = stored
                .Application.Replace(
                    Lettered((char)('a' + write), write % 2 == 0 ? 190 : 10).Application.Content,
                    People.Provider,
                    Moments.Monday
                )
                .Change();
            stored = await _applications.SaveAsync(stored, change, [], answer: null, trace: null, default);
            Assert.Equal(write % 2 == 0 ? 3 : 1, stored.Rows);
        }

        await enough.CancelAsync();
        await reading;
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(ApplicationId id, string prefix)
    {
        var partition = id.ToString();
        List<string> keys = [];
        await foreach (
            var row in (await SharedStorage.TablesAsync())
                .GetTableClient(StorageNames.ApplicationsTable)
                .QueryAsync<TableEntity>(row => row.PartitionKey == partition)
        )
        {
            keys.Add(row.RowKey);
        }

        return [.. keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Of_two_writes_from_the_same_reading_the_second_is_refused_and_leaves_nothing()
    {
        var read = await _applications.SaveAsync(null, ADraft(), [], answer: null, trace: null, default);
        var first = Replaced(read.Application, "First");
        var second = Replaced(read.Application, "Second");
        await _applications.SaveAsync(read, first, [], answer: null, trace: null, default);

        await Assert.ThrowsAsync<ConcurrentChangeException>(() =>
            _applications.SaveAsync(read, second, [], answer: null, trace: null, default)
        );

        Assert.Equal("First", (await _applications.FindAsync(read.Application.Id, default))!.Application.Content.MicroCredential!.Title);
        Assert.Null(AuditChain.Verify(await _applications.EventsAsync(read.Application.Id, default)));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_known_again_as_having_happened()
    {
        LostAnswers lost = new();
        TableClientOptions options = new();
        options.AddPolicy(lost, Azure.Core.HttpPipelinePosition.PerRetry);
        ApplicationStore unlucky = new(new TableServiceClient(await SharedStorage.ConnectionStringAsync(), options));
        var read = await _applications.SaveAsync(null, ADraft(), [], answer: null, trace: null, default);

        lost.LoseNext();
        await unlucky.SaveAsync(read, Replaced(read.Application, "Once"), [], answer: null, trace: null, default);

        Assert.Equal("Once", (await _applications.FindAsync(read.Application.Id, default))!.Application.Content.MicroCredential!.Title);
        Assert.Equal(1, lost.Count);
    }

    [Fact]
    public async Task Notices_and_a_kept_answer_are_written_with_the_change()
    {
        var draft = ADraft();
        Notice notice = new InformationRequestedNotice(Envelope.ToProvider(draft.Application), "How is it moderated?", Moments.Monday);
        await _applications.SaveAsync(
            null,
            draft,
            [notice],
            new KeptAnswer("abc", "Command 1", JsonSerializer.SerializeToElement("done")),
            trace: null,
            default
        );

        Assert.Equivalent(notice, Assert.Single(await _applications.NoticesSinceAsync(draft.Application.Id, 0, default)));
        Assert.Empty(await _applications.NoticesSinceAsync(draft.Application.Id, draft.Application.Revision, default));
        Assert.Equal("done", (await _applications.FindAnswerAsync(draft.Application.Id, "abc", default))!.Answer!.Value.GetString());
        Assert.Null(await _applications.FindAnswerAsync(draft.Application.Id, "other", default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(200)]
    public async Task Events_come_in_pages_each_once_and_in_order(int limit)
    {
        var saved = await _applications.SaveAsync(null, ADraft(), [], answer: null, trace: null, default);
        foreach (var number in Enumerable.Range(2, 11))
        {
            saved = await _applications.SaveAsync(
                saved,
                Replaced(saved.Application, $"Title {number}"),
                [],
                answer: null,
                trace: null,
                default
            );
        }

        List<int> read = [];
        string? next = null;
        do
        {
            var page = await _applications.EventsAsync(saved.Application.Id, limit, next, default);
            Assert.InRange(page.Items.Count, 1, limit);
            read.AddRange(page.Items.Select(e => e.Number));
            next = page.Next;
        } while (next is not null);

        Assert.Equal(Enumerable.Range(1, 12), read);
    }

    [Fact]
    public async Task A_made_up_place_in_the_events_is_refused_and_leads_to_no_other_row()
    {
        var saved = await _applications.SaveAsync(null, ADraft(), [], answer: null, trace: null, default);

        await Assert.ThrowsAsync<FormatException>(() => _applications.EventsAsync(saved.Application.Id, 10, "made up", default));
        await Assert.ThrowsAsync<FormatException>(() =>
            _applications.EventsAsync(saved.Application.Id, 10, Cursor.Write(1, "000001"), default)
        );
        Assert.Empty((await _applications.EventsAsync(saved.Application.Id, 10, Cursor.Write(0, "zzz"), default)).Items);
    }

    [Fact]
    public async Task A_removed_draft_leaves_nothing()
    {
        var draft = await _applications.SaveAsync(null, ADraft(), [], answer: null, trace: null, default);

        await _applications.RemoveAsync(draft, answer: null, default);

        Assert.Null(await _applications.FindAsync(draft.Application.Id, default));
        Assert.Empty(await _applications.EventsAsync(draft.Application.Id, default));
    }

    /// <summary>A draft with this many outcomes, all of one letter.</summary>
    private static Change Lettered(char letter, int outcomes) =>
        Application.Draft(
            ApplicationId.New(Guid.NewGuid()),
            Providers.Mito,
            AnApplication
                .WithoutFault.With(content => content with { Outcomes = [.. Enumerable.Repeat(new string(letter, 5_000), outcomes)] })
                .Content,
            People.Provider,
            Moments.Monday
        );

    private static Change ADraft(string purpose = "A purpose.") =>
        Application.Draft(
            ApplicationId.New(Guid.NewGuid()),
            Providers.Mito,
            AnApplication.WithoutFault.With(content => content with { Purpose = purpose }).Content,
            People.Provider,
            Moments.Monday
        );

    private static Change Replaced(Application application, string title) =>
        application
            .Replace(AnApplication.WithoutFault.With(content => content with { Title = title }).Content, People.Provider, Moments.Monday)
            .Match(change => change, refusal => throw new InvalidOperationException(refusal.Detail));
}
