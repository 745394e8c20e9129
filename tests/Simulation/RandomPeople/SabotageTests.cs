using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval.Tests;
using MicroCred.Simulation.Dictionaries;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>Each invariant is seen to break where the app is broken on purpose: what can't fail shows nothing.</summary>
public sealed class SabotageTests
{
    private static readonly WorldPlan World = new(Seed: 1, Applications: 40);

    [Fact]
    public Task Who_keeps_what_they_declared_an_interest_in_is_found() =>
        FoundAsync(
            $"{nameof(NobodyEvaluatesAnInterest)}:",
            World with
            {
                Sabotage = services => services.Wrap<IEvaluators>(inner => new WithoutInterests(inner)),
            }
        );

    [Fact]
    public Task A_decision_without_a_second_review_is_found() =>
        FoundAsync($"{nameof(NoDecisionLacksItsSecondReview)}:", World with { Settings = [new("Evaluation:SecondReviewFromLevel", "11")] });

    [Theory]
    [InlineData("Evaluation:WorkingDaysToDecide", "21")]
    [InlineData("Evaluation:InformationRequestWorkingDays", "9")]
    [InlineData("Evaluation:ReturnLapsesAfterWorkingDays", "61")]
    [InlineData("Evaluation:OverdueReminderWorkingDays", "6")]
    [InlineData("Funding:ReferralWorkingDays", "19")]
    public Task A_clock_that_is_wrong_by_a_day_is_found(string setting, string days) =>
        FoundAsync($"{nameof(EveryClockIsRight)}:", World with { Settings = [new(setting, days)] });

    [Fact]
    public Task A_task_that_nobody_has_though_somebody_may_is_found() =>
        FoundAsync(
            $"{nameof(EverybodyWaitsForSomebody)}:",
            World with
            {
                Sabotage = services =>
                {
                    services.Wrap<IEvaluators>(
                        (inner, provider) => new WithoutRoomAtFirst(inner, provider.GetRequiredService<TimeProvider>())
                    );
                    services.Wrap<IWorklists>(inner => new Faulty(inner) { HidesTasksOfNobody = true });
                },
            }
        );

    [Fact]
    public Task A_command_that_nothing_follows_is_found() =>
        FoundAsync(
            $"{nameof(EverybodyWaitsForSomebody)}:",
            World with
            {
                QueueIsAwayOnceIn = 5,
                Sabotage = services => services.Wrap<IWorklists>(inner => new Faulty(inner) { LosesOutbox = true }),
            }
        );

    [Fact]
    public async Task An_orchestration_that_is_not_as_its_application_needs_it_is_found()
    {
        await using var world = await RandomWorld.LiveAsync(new DictionaryStorage(), World with { Applications = 3 });
        Assert.Empty(world.Breaks);

        await world.App.Simulation.Client.PurgeInstanceAsync($"{world.Judges.Applications.Keys.First()}");

        Assert.Contains("its orchestration is", Assert.Single(await new Sums(world).FaultsAsync()));
    }

    [Fact]
    public Task A_line_that_is_missing_is_found() =>
        FoundAsync(
            "The lists should have",
            World with
            {
                Sabotage = services => services.Wrap<IWorklists>(inner => new Faulty(inner) { LosesLines = true }),
            }
        );

    [Fact]
    public Task A_notice_that_is_lost_is_found() =>
        FoundAsync(
            "The queue should have",
            World with
            {
                Sabotage = services => services.Wrap<INotificationQueue>(inner => new LosingQueue(inner)),
            }
        );

    [Fact]
    public Task A_chain_that_breaks_is_found() =>
        FoundAsync(
            "its audit chain breaks",
            World with
            {
                Sabotage = services => services.Wrap<IApplications>(inner => new WithoutChain(inner)),
            }
        );

    /// <summary>Lives through worlds until one shows it; three at most.</summary>
    private static async Task FoundAsync(string what, WorldPlan plan)
    {
        List<string> breaks = [];
        for (var seed = 1; seed <= 3 && !breaks.Exists(IsIt); seed++)
        {
            await using var world = await RandomWorld.LiveAsync(new DictionaryStorage(), plan with { Seed = seed });
            breaks.AddRange(world.Breaks);
        }

        Assert.Contains(breaks, IsIt);

        bool IsIt(string shown) => shown.Contains(what, StringComparison.Ordinal);
    }

    /// <summary>Forgets every interest that is declared.</summary>
    private sealed class WithoutInterests(IEvaluators evaluators) : IEvaluators
    {
        public Task<SectorDirectory> NowAsync(CancellationToken cancellationToken) => evaluators.NowAsync(cancellationToken);

        public Task ChangeAsync(string evaluator, Func<EvaluatorProfile, EvaluatorProfile?> change, CancellationToken cancellationToken) =>
            evaluators.ChangeAsync(
                evaluator,
                profile => change(profile) is { } changed ? changed with { Interests = profile.Interests } : null,
                cancellationToken
            );
    }

    /// <summary>Nobody has room for a task in the first half year, and everybody later.</summary>
    private sealed class WithoutRoomAtFirst(IEvaluators evaluators, TimeProvider time) : IEvaluators
    {
        public async Task<SectorDirectory> NowAsync(CancellationToken cancellationToken)
        {
            var now = await evaluators.NowAsync(cancellationToken);
            return time.GetUtcNow() > Moments.Later(180)
                ? now
                : now.With(now.Evaluators.ToDictionary(person => person.Id, person => person.Profile! with { Capacity = 0 }));
        }

        public Task ChangeAsync(string evaluator, Func<EvaluatorProfile, EvaluatorProfile?> change, CancellationToken cancellationToken) =>
            evaluators.ChangeAsync(evaluator, change, cancellationToken);
    }

    private sealed class Faulty(IWorklists worklists) : IWorklists
    {
        private int _shown;

        public bool HidesTasksOfNobody { get; init; }

        public bool LosesOutbox { get; init; }

        public bool LosesLines { get; init; }

        public Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken) =>
            LosesLines && ++_shown % 50 == 0 ? Task.CompletedTask : worklists.ShowAsync(before, after, cancellationToken);

        public Task CorrectAsync(Application application, CancellationToken cancellationToken) =>
            worklists.CorrectAsync(application, cancellationToken);

        public Task ForgetAsync(Application draft, CancellationToken cancellationToken) => worklists.ForgetAsync(draft, cancellationToken);

        public async Task<IReadOnlyList<Backlog.TaskLine>> OpenTasksAsync(CancellationToken cancellationToken) =>
            [
                .. (await worklists.OpenTasksAsync(cancellationToken)).Where(task =>
                    !HidesTasksOfNobody || task.Assignee != WorklistRows.Nobody
                ),
            ];

        public Task<IReadOnlyList<ApplicationSummary>> UnderwayAsAsync(Application application, CancellationToken cancellationToken) =>
            worklists.UnderwayAsAsync(application, cancellationToken);

        public Task AddToOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
            LosesOutbox ? Task.CompletedTask : worklists.AddToOutboxAsync(entry, cancellationToken);

        public Task RemoveFromOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
            worklists.RemoveFromOutboxAsync(entry, cancellationToken);

        public IAsyncEnumerable<OutboxEntry> OutboxAsync(CancellationToken cancellationToken) => worklists.OutboxAsync(cancellationToken);
    }

    /// <summary>Loses every fiftieth notice, and says nothing.</summary>
    private sealed class LosingQueue(INotificationQueue queue) : INotificationQueue
    {
        private int _sent;

        public Task SendAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken) =>
            queue.SendAsync([.. notices.Where(_ => ++_sent % 50 != 0)], cancellationToken);
    }

    /// <summary>Begins the chain anew with every fiftieth change.</summary>
    private sealed class WithoutChain(IApplications applications) : IApplications
    {
        private int _saved;

        public Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken) =>
            applications.FindAsync(id, cancellationToken);

        public Task<StoredApplication> SaveAsync(
            StoredApplication? before,
            Change change,
            IReadOnlyList<Notice> notices,
            KeptAnswer? answer,
            string? trace,
            CancellationToken cancellationToken,
            KeptLetter? letter = null
        ) =>
            applications.SaveAsync(
                ++_saved % 50 == 0 && before is not null ? before with { LastHash = AuditChain.Origin } : before,
                change,
                notices,
                answer,
                trace,
                cancellationToken,
                letter
            );

        public Task RemoveAsync(StoredApplication draft, KeptAnswer? answer, CancellationToken cancellationToken) =>
            applications.RemoveAsync(draft, answer, cancellationToken);

        public Task<IReadOnlyList<Notice>> NoticesSinceAsync(ApplicationId id, int revision, CancellationToken cancellationToken) =>
            applications.NoticesSinceAsync(id, revision, cancellationToken);

        public Task<KeptAnswer?> FindAnswerAsync(ApplicationId id, string keyHash, CancellationToken cancellationToken) =>
            applications.FindAnswerAsync(id, keyHash, cancellationToken);
    }
}
