using System.Text.Json;
using MicroCred.App.Notices;
using MicroCred.App.Quotas;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Validation;
using MicroCred.Approval.Tests;
using MicroCred.Simulation.Pipeline;

namespace MicroCred.Simulation.Stores;

/// <summary>What commands, activities and what follows them up may expect of what they store, on whatever storage.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private SimulatedApp _app = null!;

    public async Task InitializeAsync() => _app = await SimulatedApp.StartAsync(Storage, SimulatedApp.Setup, _ => { });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private protected abstract SimulatedStorage Storage { get; }

    private IApplications Applications => _app.Get<IApplications>();

    private IWorklists Worklists => _app.Get<IWorklists>();

    private IEvaluators Evaluators => _app.Get<IEvaluators>();

    private IRegister Register => _app.Get<IRegister>();

    private IListings Listings => _app.Get<IListings>();

    [Fact]
    public async Task An_application_reads_back_as_it_was_saved()
    {
        var draft = ADraft();
        await SaveAsync(null, draft);

        var found = await Applications.FindAsync(draft.Application.Id, default);

        Assert.Equivalent(draft.Application, found!.Application, strict: true);
        Assert.Null(await Applications.FindAsync(ApplicationId.New(Guid.NewGuid()), default));
    }

    [Fact]
    public async Task A_change_of_what_has_changed_since_is_refused_and_nothing_of_it_is_kept()
    {
        var read = await SaveAsync(null, ADraft());
        await SaveAsync(read, Changed(read.Application));

        await Assert.ThrowsAsync<ConcurrentChangeException>(() =>
            Applications.SaveAsync(
                read,
                Changed(read.Application),
                [new LapsedNotice(Envelope.ToProvider(read.Application))],
                AnAnswer("key"),
                trace: null,
                default,
                new KeptLetter(LetterKind.Lapsed, Moments.Monday, "<html></html>")
            )
        );

        var whole = await _app.Contents.WholeAsync(read.Application.Id);
        Assert.Equal(["Drafted", "Changed"], whole!.Events.Select(kept => kept.Event.Event));
        Assert.Equal(2, whole.Application.Revision);
        Assert.Empty(await Applications.NoticesSinceAsync(read.Application.Id, 0, default));
        Assert.Null(await Applications.FindAnswerAsync(read.Application.Id, HashOf("key"), default));
        Assert.Empty(await _app.Contents.LettersAsync(read.Application.Id));
    }

    [Fact]
    public async Task Of_two_that_begin_the_same_application_one_is_refused()
    {
        var draft = ADraft();
        await SaveAsync(null, draft);

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(null, draft));
    }

    [Fact]
    public async Task Of_many_that_change_an_application_at_once_one_succeeds()
    {
        var read = await SaveAsync(null, ADraft());

        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            await SaveAsync(read, Changed(read.Application));
                            return true;
                        }
                        catch (ConcurrentChangeException)
                        {
                            return false;
                        }
                    })
                )
        );

        Assert.Single(tries, succeeded => succeeded);
        Assert.Null((await _app.Contents.WholeAsync(read.Application.Id))!.Break);
    }

    [Fact]
    public async Task The_audit_is_in_order_and_its_chain_intact()
    {
        var saved = await SaveAsync(null, ADraft());
        for (var change = 0; change < 12; change++)
        {
            saved = await SaveAsync(saved, Changed(saved.Application));
        }

        var whole = (await _app.Contents.WholeAsync(saved.Application.Id))!;

        Assert.Null(whole.Break);
        Assert.Equal(Enumerable.Range(1, 13), whole.Events.Select(kept => kept.Event.Number));
        Assert.Equal(saved.LastHash, whole.Events[^1].Event.Hash);
        Assert.Equal(saved.State, AuditChain.HashOf(whole.State));
    }

    [Fact]
    public async Task Notices_and_letters_are_kept_with_the_change_that_they_are_about()
    {
        var first = await SaveAsync(null, ADraft());
        var second = Changed(first.Application);
        var third = Changed(second.Application);
        var saved = await Applications.SaveAsync(
            first,
            second,
            [new LapsedNotice(Envelope.ToProvider(second.Application))],
            answer: null,
            trace: null,
            default,
            new KeptLetter(LetterKind.Returned, Moments.Monday, "<html>Two</html>")
        );
        await Applications.SaveAsync(
            saved,
            third,
            [new LapsedNotice(Envelope.ToProvider(third.Application)), new LapsedNotice(Envelope.To("registrar", third.Application))],
            answer: null,
            trace: null,
            default,
            new KeptLetter(LetterKind.Lapsed, Moments.Later(1), "<html>Three</html>")
        );

        var id = first.Application.Id;
        Assert.Equal([2, 3, 3], (await Applications.NoticesSinceAsync(id, 1, default)).Select(notice => notice.Envelope.Revision));
        Assert.Equal([3, 3], (await Applications.NoticesSinceAsync(id, 2, default)).Select(notice => notice.Envelope.Revision));
        var letters = await _app.Contents.LettersAsync(id);
        Assert.Equal(["Returned", "Lapsed"], letters.Select(letter => letter.Split(' ')[0]));
    }

    [Fact]
    public async Task What_each_version_held_is_kept()
    {
        var saved = await SaveAsync(null, ADraft());
        var submitted = saved.Application.Submit(RuleEditions.Default, People.Provider, Moments.Monday).Change();
        await SaveAsync(saved, submitted);

        var version = await _app.Contents.VersionAsync(saved.Application.Id, 1);

        Assert.Equal(submitted.Application.Content.MicroCredential!.Title, version.Content.MicroCredential!.Title);
    }

    [Fact]
    public async Task An_answer_is_kept_and_replaced_under_its_key()
    {
        var draft = ADraft();
        var saved = await Applications.SaveAsync(null, draft, [], AnAnswer("one"), trace: null, default);
        await Applications.SaveAsync(saved, Changed(saved.Application), [], AnAnswer("one", "later"), trace: null, default);

        var kept = await Applications.FindAnswerAsync(draft.Application.Id, HashOf("one"), default);

        Assert.Equal("later", kept!.Answer!.Value.GetString());
        Assert.Null(await Applications.FindAnswerAsync(draft.Application.Id, HashOf("two"), default));
    }

    [Fact]
    public async Task Of_a_deleted_draft_only_the_note_stays_that_keeps_it_from_beginning_again()
    {
        var id = ApplicationRows.BegunUnder(HashOf("begun"), 0);
        var draft = ADraft(id);
        var saved = await Applications.SaveAsync(null, draft, [], AnAnswer("begun"), trace: null, default);

        await Applications.RemoveAsync(saved, AnAnswer("deleted"), default);

        Assert.Null(await Applications.FindAsync(id, default));
        Assert.Null((await Applications.FindAnswerAsync(id, HashOf("begun"), default))!.Answer);
        Assert.NotNull((await Applications.FindAnswerAsync(id, HashOf("deleted"), default))!.Answer);
        await Assert.ThrowsAsync<ConcurrentChangeException>(() =>
            Applications.SaveAsync(null, draft, [], AnAnswer("begun"), trace: null, default)
        );
    }

    [Fact]
    public async Task A_draft_that_changed_since_is_not_deleted()
    {
        var read = await SaveAsync(null, ADraft());
        await SaveAsync(read, Changed(read.Application));

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Applications.RemoveAsync(read, answer: null, default));
        Assert.NotNull(await Applications.FindAsync(read.Application.Id, default));
    }

    [Fact]
    public async Task Lists_follow_an_application_from_draft_to_its_end()
    {
        var application = AnApplication.WithoutFault;
        List<Application> life =
        [
            application.Draft(),
            application.Submitted(),
            application.InReview(),
            application.Evaluated(),
            application.Published(),
        ];
        Application? before = null;
        foreach (var after in life)
        {
            await Worklists.ShowAsync(before, after, default);
            Assert.Equal(LinesOf(after), (await _app.Contents.LinesAsync()).Keys);
            before = after;
        }

        await Worklists.ShowAsync(before, before!, default);
        Assert.Equal(LinesOf(before!), (await _app.Contents.LinesAsync()).Keys);
    }

    [Fact]
    public async Task A_task_moves_between_the_lists_of_its_assignees()
    {
        var before = AnApplication.WithoutFault.InReview();
        await Worklists.ShowAsync(null, before, default);
        var after = before
            .Reassign(before.Task(), People.OtherEvaluator.Id, "They have time.", People.Registrar, Moments.Monday)
            .Application();

        await Worklists.ShowAsync(before, after, default);

        var open = Assert.Single(await Worklists.OpenTasksAsync(default));
        Assert.Equal(
            (
                before.Task(),
                People.OtherEvaluator.Id,
                TaskKind.Evaluation,
                after.Tasks[0].Due,
                Providers.Mito.Number,
                false,
                Moments.Monday
            ),
            (open.Id, open.Assignee, open.Kind, open.Due, open.Provider, open.Urgent, open.Since)
        );
    }

    [Fact]
    public async Task Lists_that_were_left_behind_are_corrected()
    {
        var before = AnApplication.WithoutFault.InReview();
        await Worklists.ShowAsync(null, before, default);
        var after = AnApplication.WithoutFault.Published();

        await Worklists.CorrectAsync(after, default);

        Assert.Equal(LinesOf(after), (await _app.Contents.LinesAsync()).Keys);
    }

    [Fact]
    public async Task A_deleted_draft_leaves_the_lists()
    {
        var draft = AnApplication.WithoutFault.Draft();
        await Worklists.ShowAsync(null, draft, default);

        await Worklists.ForgetAsync(draft, default);

        Assert.Empty(await _app.Contents.LinesAsync());
    }

    [Fact]
    public async Task Open_tasks_come_by_assignee_and_then_by_their_ids()
    {
        List<Application> all = [.. Enumerable.Range(0, 4).Select(number => WithId(AnApplication.WithoutFault.InReview(), number))];
        all.Add(WithId(AnApplication.WithoutFault.Validated().Assign(null, Stages.Settings, Moments.Monday).Application(), 4));
        foreach (var application in all.AsEnumerable().Reverse())
        {
            await Worklists.ShowAsync(null, application, default);
        }

        var open = await Worklists.OpenTasksAsync(default);

        Assert.Equal([WorklistRows.Nobody, .. Enumerable.Repeat(People.Evaluator.Id, 4)], open.Select(task => task.Assignee));
        Assert.Equal(open.Skip(1).Select(task => $"{task.Id}").Order(StringComparer.Ordinal), open.Skip(1).Select(task => $"{task.Id}"));
    }

    [Fact]
    public async Task The_same_listing_under_way_is_found_whoever_looks_but_itself()
    {
        var one = WithId(AnApplication.WithoutFault.Submitted(), 1);
        var same = WithId(AnApplication.WithoutFault.Draft(), 2);
        var ended = WithId(AnApplication.WithoutFault.Published(), 3);
        var anothers = WithId(AnApplication.WithoutFault.By(Providers.MindLab).Submitted(), 4);
        foreach (var application in new[] { one, same, ended, anothers })
        {
            await Worklists.ShowAsync(null, application, default);
        }

        Assert.Equal([same.Id], (await Worklists.UnderwayAsAsync(one, default)).Select(line => line.Id));
        Assert.Equal([one.Id], (await Worklists.UnderwayAsAsync(same, default)).Select(line => line.Id));
        Assert.Empty(await Worklists.UnderwayAsAsync(anothers, default));
    }

    [Fact]
    public async Task The_outbox_holds_what_was_added_until_it_is_removed()
    {
        OutboxEntry first = new(AnApplication.Id, Guid.NewGuid(), 3, Moments.Monday) { Declared = ["evaluator-1"] };
        OutboxEntry second = new(AnApplication.Id, Guid.NewGuid(), 4, Moments.Later(1));
        await Worklists.AddToOutboxAsync(first, default);
        await Worklists.AddToOutboxAsync(second, default);
        await Worklists.RemoveFromOutboxAsync(second, default);
        await Worklists.RemoveFromOutboxAsync(second, default);

        List<OutboxEntry> left = [];
        await foreach (var entry in Worklists.OutboxAsync(default))
        {
            left.Add(entry);
        }

        Assert.Equivalent(first, Assert.Single(left), strict: true);
    }

    [Fact]
    public async Task Evaluators_profiles_take_changes_that_are_made_at_once()
    {
        await Task.WhenAll(
            new[] { Providers.Mito, Providers.MindLab, Providers.Careerforce }.Select(provider =>
                Task.Run(() => Evaluators.DeclareAsync(People.Evaluator.Id, provider.Number, default))
            )
        );
        await Evaluators.DeclareAsync("somebody", Providers.Mito.Number, default);

        var now = await Evaluators.NowAsync(default);

        Assert.Equal(
            new[] { Providers.Mito, Providers.MindLab, Providers.Careerforce }.Select(provider => provider.Number).ToHashSet(),
            now.InterestsOf(People.Evaluator.Id).ToHashSet()
        );
        Assert.Equal([Providers.Stratcom.Number], now.InterestsOf(People.OtherEvaluator.Id));
    }

    [Fact]
    public async Task Documents_that_were_accepted_are_kept_for_their_application_alone()
    {
        var documents = _app.Get<IDocuments>();
        var accepted = await _app.UploadAsync(DocumentKind.Curriculum, "accepted");
        var rejected = await _app.UploadAsync(DocumentKind.Curriculum, "rejected") with
        {
            Findings = [new("DOC01", Severity.Error, "file", "It is faulty.", "Mend it.")],
        };
        await documents.KeepAsync(AnApplication.Id, accepted, default);
        await documents.KeepAsync(AnApplication.Id, accepted, default);
        await documents.KeepAsync(AnApplication.Id, rejected, default);

        Assert.True(await documents.HasAsync(new(AnApplication.Id, accepted.Sha256), default));
        Assert.True(await documents.HoldsAsync(new(AnApplication.Id, accepted.Sha256), default));
        Assert.False(await documents.HasAsync(new(AnApplication.Id, rejected.Sha256), default));
        Assert.False(await documents.HoldsAsync(new(ApplicationId.New(Guid.NewGuid()), accepted.Sha256), default));
    }

    [Fact]
    public async Task Quotas_are_taken_until_they_are_spent_and_given_back()
    {
        var quotas = _app.Get<IQuotas>();
        var almostAll = new DailyUse(Drafts: 4_999);

        var (day, first) = await quotas.TakeAsync(Providers.Mito.Number, almostAll, default);
        var (_, second) = await quotas.TakeAsync(Providers.Mito.Number, new DailyUse(Drafts: 2), default);
        var (_, anothers) = await quotas.TakeAsync(Providers.MindLab.Number, new DailyUse(Drafts: 2), default);
        await quotas.GiveBackAsync(Providers.Mito.Number, day, almostAll, default);
        var (_, third) = await quotas.TakeAsync(Providers.Mito.Number, new DailyUse(Drafts: 2), default);

        Assert.Null(first);
        Assert.Equal((Quota.Drafts, 4_999L, 2L), (second!.Quota, second.Used, second.Asked));
        Assert.Null(anothers);
        Assert.Null(third);
    }

    [Fact]
    public async Task Numbers_follow_each_other_and_an_application_keeps_its_own()
    {
        var first = WithId(AnApplication.WithoutFault.Approved(), 1);
        var second = WithId(AnApplication.WithoutFault.With(content => content with { Title = "Another" }).Approved(), 2);

        var one = await Register.ReserveAsync(first, Moments.Monday, default);
        var two = await Register.ReserveAsync(second, Moments.Monday, default);
        var again = await Register.ReserveAsync(first, Moments.Later(1), default);

        Assert.Equal((1, 2, 1), (one.Number, two.Number, again.Number));
        Assert.Equal(("1000", "1001"), ($"{one.Code}", $"{two.Code}"));
    }

    [Fact]
    public async Task A_listing_that_is_current_on_the_register_is_found_for_the_next_one_alike()
    {
        var first = WithId(AnApplication.WithoutFault.Approved(), 1);
        var next = WithId(AnApplication.WithoutFault.Submitted(), 2);
        var registration = await Register.ReserveAsync(first, Moments.Monday, default);
        Assert.Null((await Listings.ContextOfAsync(next, default)).SameListing);

        var published = first.Publish(registration, Moments.Monday).Application();
        await Listings.ShowAsync(first, published, default);

        var context = await Listings.ContextOfAsync(next, default);
        Assert.Equal(1, context.SameListing);
        Assert.Null((await Listings.ContextOfAsync(published, default)).SameListing);
        Assert.Equal(["Workshop foundations"], (await _app.Contents.EntriesAsync()).Select(entry => entry.Title));
    }

    [Fact]
    public async Task A_pathway_is_named_and_counted_by_the_entry_that_it_leads_to()
    {
        var target = await PublishedAsync(AnApplication.WithoutFault, 1);
        PathwayContent pathway = new(PathwayKind.CountsTowards, target.Registration!.Number);
        var toIt = AnApplication.WithoutFault.With(content =>
            content with
            {
                Title = "Another",
                Credits = 5,
                LearningHours = 50,
                Pathways = [pathway],
            }
        );
        await PublishedAsync(toIt, 2);

        var named = await Listings.NamedAsync([pathway, new(PathwayKind.Follows, 99)], default);
        var context = await Listings.ContextOfAsync(toIt.Draft(), default);

        Assert.Equal(["Workshop foundations", null], named.Select(one => one.Name));
        Assert.Equal([new PathwayTarget(1, "Workshop foundations", 20, 5)], context.Targets);
    }

    private async Task<Application> PublishedAsync(AnApplication application, int number)
    {
        var approved = WithId(application.Approved(), number);
        var published = approved.Publish(await Register.ReserveAsync(approved, Moments.Monday, default), Moments.Monday).Application();
        await Listings.ShowAsync(approved, published, default);
        return published;
    }

    private static Change ADraft(ApplicationId? id = null) =>
        Application.Draft(
            id ?? ApplicationId.New(Guid.NewGuid()),
            Providers.Mito,
            AnApplication.WithoutFault.Content,
            People.Provider,
            Moments.Monday
        );

    private static Change Changed(Application application) =>
        application.Replace(application.Content, People.Provider, Moments.Monday).Change();

    /// <summary>The same under another id, its tasks included.</summary>
    private static Application WithId(Application application, int number)
    {
        var id = ApplicationId.New(new Guid(number, 0, 0, new byte[8]));
        return application with
        {
            Id = id,
            Tasks = [.. application.Tasks.Select((task, index) => task with { Id = TaskId.Create(id, index + 1) })],
        };
    }

    private Task<StoredApplication> SaveAsync(StoredApplication? before, Change change) =>
        Applications.SaveAsync(before, change, [], answer: null, trace: null, default);

    private static KeptAnswer AnAnswer(string key, string answer = "first") =>
        new(HashOf(key), "Request", JsonSerializer.SerializeToElement(answer), Moments.Monday);

    private static string HashOf(string key) => AuditChain.HashOf(key);

    private static IEnumerable<string> LinesOf(Application application) =>
        new[]
        {
            $"provider|{application.Provider.Number}|{application.Id}",
            application.Status is ApplicationStatus.Published
                ? $"closed|{application.Status}|{application.Id}"
                : $"status|{application.Status}|{application.Id}",
        }
            .Concat(application.Tasks.Select(task => $"{(task.IsOpen ? "task" : "done")}|{task.Assignee ?? "-"}|{task.Id}"))
            .Order(StringComparer.Ordinal);
}
