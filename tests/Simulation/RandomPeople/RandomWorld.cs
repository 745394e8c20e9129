using MicroCred.App.Commands;
using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Simulation.Pipeline;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// Two years in which people apply, evaluate, are slow, away or conflicted, change their minds and withdraw; then everybody hurries until
/// everything has ended. The seed determines all of it.
/// </summary>
internal sealed class RandomWorld : IAsyncDisposable
{
    /// <summary>The id that the system acts under.</summary>
    public const string System = "system";

    private const int MostInterests = 3;
    private const int FewestFree = 6;
    private static readonly TimeSpan TwoYears = TimeSpan.FromDays(730);

    /// <summary>By then everything has ended, or is stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3.5 * 365);
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private readonly WorldPlan _plan;
    private readonly Random _random;
    private readonly Random _queues;
    private readonly Agenda _agenda = new();
    private readonly Judges _judges;
    private readonly RandomApplications _applications;
    private readonly Deeds _deeds;
    private readonly List<string> _breaks = [];
    private SectorDirectory? _directory;
    private DateTimeOffset _end;
    private DateTimeOffset _movedAt;
    private bool _movesPlanned;
    private bool _isOver;
    private int _names;

    private RandomWorld(SimulatedApp app, Judges judges, WorldPlan plan)
    {
        (App, _judges, _plan, _random) = (app, judges, plan, new Random(plan.Seed));
        _queues = new Random(plan.Seed);
        People = new People(app.Get<SectorDirectory>(), _random);
        _applications = new RandomApplications(_random);
        _deeds = new Deeds(this, _random);
    }

    public SimulatedApp App { get; }

    public People People { get; }

    public Judges Judges => _judges;

    public DateTimeOffset Now => App.Clock.GetUtcNow();

    public DateOnly Today => OwnCalendar.DayOf(Now);

    /// <summary>How often people did something, or were refused, by command and result.</summary>
    public SortedDictionary<string, int> Results { get; } = new(StringComparer.Ordinal);

    /// <summary>Where an invariant didn't hold.</summary>
    public IReadOnlyList<string> Breaks => [.. _breaks, .. _judges.Breaks];

    /// <summary>Lives through a world.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="plan">The world.</param>
    public static async Task<RandomWorld> LiveAsync(SimulatedStorage storage, WorldPlan plan)
    {
        RandomWorld? world = null;
        Judges judges = new(() => world!.Staffing());
        var app = await SimulatedApp.StartAsync(
            storage,
            SimulatedApp.Setup with
            {
                Seed = plan.Seed,
                Faults = plan.Faults,
            },
            services =>
            {
                plan.Sabotage(services);
                services.Wrap<IEvaluators>(inner => new WatchedEvaluators(inner, () => world!._directory = null));
                services.Wrap<IApplications>(inner => new WatchedApplications(inner, judges.Watch));
                services.Wrap<INotificationQueue>(inner => new FailingQueue(inner, () => world!.IsQueueAway()));
            },
            [new("Directory:Path", Path.Combine("RandomPeople", "directory.json")), .. plan.Settings]
        );
        world = new RandomWorld(app, judges, plan);
        await world.LiveAsync();
        return world;
    }

    /// <summary>A name that no other thing of this world has.</summary>
    public string Name() => $"name-{++_names}";

    /// <summary>Whether somebody is away today, and their task with them.</summary>
    public bool IsAway(string person) => Directory().ProfileOf(person)?.AbsenceOn(Today) is not null && _random.Next(10) > 0;

    /// <summary>Somebody who does a kind of task.</summary>
    public string AnyOf(TaskKind kind) => Directory().Doing(kind) is var all ? all[_random.Next(all.Count)].Id : "";

    /// <summary>Whether enough people are left for a provider if somebody declares an interest in it.</summary>
    public bool MayDeclare(string person, ProviderNumber provider)
    {
        var directory = Directory();
        return directory.ProfileOf(person) is null
            || (
                directory.InterestsOf(person).Count < MostInterests
                && directory.Evaluators.Count(known => !known.Interests.Contains(provider)) > FewestFree
            );
    }

    /// <summary>Somebody does what they may.</summary>
    public async Task DoAsync<TCommand>(TCommand command, string by)
        where TCommand : IApplicationCommand
    {
        if (await RunAsync(command, by, seen: null) is not CommandResult.Done and var result)
        {
            _breaks.Add($"{command} by {by} at {Now:O}: {result}");
        }
    }

    /// <summary>Somebody tries what they may not.</summary>
    public async Task TryAsync<TCommand>(TCommand command, string by)
        where TCommand : IApplicationCommand
    {
        if (await RunAsync(command, by, seen: null) is CommandResult.Done)
        {
            _breaks.Add($"{command} by {by} at {Now:O}, which should have been refused.");
        }
    }

    /// <summary>Somebody tries what they may or may not.</summary>
    public Task TryOrDoAsync<TCommand>(TCommand command, string by)
        where TCommand : IApplicationCommand => RunAsync(command, by, seen: null);

    /// <summary>Two people act in the same second: neither has seen what the other did. A withdrawal that is accepted stands.</summary>
    public async Task AtOnceAsync(
        (Decide Command, string By) decision,
        (MicroCred.App.Submission.WithdrawApplication Command, string By) withdrawal,
        bool swapped
    )
    {
        var id = withdrawal.Command.ApplicationId;
        var seen = await App.Applications.FindAsync(id, CancellationToken.None);
        CommandResult withdrawn;
        if (swapped)
        {
            withdrawn = await RunAsync(withdrawal.Command, withdrawal.By, seen);
            await RunAsync(decision.Command, decision.By, seen);
        }
        else
        {
            await RunAsync(decision.Command, decision.By, seen);
            withdrawn = await RunAsync(withdrawal.Command, withdrawal.By, seen);
        }

        await App.Simulation.SettleAsync();
        if ((withdrawn is CommandResult.Done) != ((await App.ReadAsync(id)).Status == ApplicationStatus.Withdrawn))
        {
            _breaks.Add($"{id}: its withdrawal at {Now:O} was answered {withdrawn}.");
        }
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task LiveAsync()
    {
        var start = Now;
        _end = start + TwoYears;
        for (var number = 0; number < _plan.Applications; number++)
        {
            _agenda.Plan(start + (_random.NextDouble() * TwoYears), SubmitAsync);
        }

        foreach (var person in People.Evaluators)
        {
            PlanProfile(person.Id);
        }

        for (var day = start.AddDays(1); day < start + Patience; day = day.AddDays(1))
        {
            _agenda.Plan(OwnCalendar.EndOf(OwnCalendar.DayOf(day)) + AMinute, NightAsync);
        }

        while (Breaks.Count == 0 && _agenda.Next() is var (at, what) && at < start + Patience && !HasEnded())
        {
            await App.Simulation.PassAsync(Later(at) - Now);
            _judges.AtRest(Now);
            await what();
            await App.Simulation.SettleAsync();
            _judges.AtRest(Now);
        }

        if (Breaks.Count == 0)
        {
            _isOver = true;
            await App.Simulation.PassAsync(TimeSpan.FromDays(1));
            await NightAsync();
            _breaks.AddRange(await new Sums(this).FaultsAsync());
            _breaks.AddRange(
                _judges
                    .Applications.Values.Where(application => Deeds.HasMore(application, Now))
                    .Select(left => $"{left.Id} hasn't ended: {left.Stage}.")
            );
        }
    }

    /// <summary>If the queue is away, the sweeper has something to do a minute later.</summary>
    private bool IsQueueAway()
    {
        if (_isOver || _queues.Next(_plan.QueueIsAwayOnceIn) > 0)
        {
            return false;
        }

        PlanMoves(AMinute);
        return true;
    }

    private DateTimeOffset Later(DateTimeOffset at) => at > Now ? at : Now;

    private bool HasEnded() => Now > _end && _judges.Applications.Values.All(application => !Deeds.HasMore(application, Now));

    private async Task SubmitAsync()
    {
        var provider = People.Providers[_random.Next(People.Providers.Count)];
        var caller = People.Caller(People.Of(provider), Directory());
        var id = await App.SubmitAsync(_applications.Next(provider), caller, Name());
        PlanDeed(id);
        PlanMoves(AnHour);
    }

    private async Task DeedAsync(ApplicationId id)
    {
        var application = _judges.Applications[id];
        await _deeds.NextAsync(application);
        await App.Simulation.SettleAsync();
        if (Deeds.HasMore(_judges.Applications[id], Now))
        {
            PlanDeed(id);
        }

        PlanMoves(AnHour);
    }

    /// <summary>When the next thing happens to an application: one in eight just when something is due, or just after.</summary>
    private void PlanDeed(ApplicationId id)
    {
        var application = _judges.Applications[id];
        var open = application.Tasks.Where(task => task.IsOpen).ToList();
        var person = open.Count > 0 && application.Stage != Stage.Information ? open[_random.Next(open.Count)].Assignee : null;
        var due = application.WaitingFor?.Due;
        _agenda.Plan(
            due > Now && _random.Next(8) == 0
                ? due.Value.AddSeconds(_random.Next(-300, 300))
                : Now + People.Delay(person ?? People.Of(application.Provider), hurries: Now > _end),
            () => DeedAsync(id)
        );
    }

    private void PlanProfile(string person) => _agenda.Plan(Now.AddDays(_random.Next(5, 90)), async () =>
        {
            await ChangeProfileAsync(person);
            if (!HasEnded())
            {
                PlanProfile(person);
            }
        });

    private async Task ChangeProfileAsync(string person)
    {
        var profile = Directory().ProfileOf(person)!;
        var from = Today.AddDays(_random.Next(0, 20));
        var other = People.Evaluators[_random.Next(People.Evaluators.Count)].Id;
        var provider = People.Providers[_random.Next(People.Providers.Count)].Number;
        var (changes, by) = _random.Next(10) switch
        {
            0 => (new EvaluatorChanges(Capacity: _random.Next(3) == 0 ? _random.Next(1, 20) : null), People.Registrars[0].Id),
            1 when MayDeclare(person, provider) => (new EvaluatorChanges(Interests: [.. profile.Interests, provider]), person),
            _ => (
                new EvaluatorChanges(
                    Absences:
                    [
                        .. profile.Absences.Where(absence => absence.To >= Today),
                        new Absence(from, from.AddDays(_random.Next(25)), other != person && _random.Next(2) == 0 ? other : null),
                    ]
                ),
                person
            ),
        };
        if (changes.Interests is not null)
        {
            _judges.Interests.Declared(person, provider);
        }

        var changed = await App.Get<EvaluatorProfiles>()
            .ChangeAsync(person, changes, People.Caller(by, Directory()), isExpected: null, App.Simulation.Client, CancellationToken.None);
        if (changed is Outcome<EvaluatorView>.Refused { Refusal: var refusal })
        {
            _breaks.Add($"{changes} of {person} at {Now:O}: {refusal}");
        }
    }

    /// <summary>Each minute the sweeper and the mover run; here only where they may have something to do, at most once an hour.</summary>
    private void PlanMoves(TimeSpan atMostEvery)
    {
        if (!_movesPlanned || atMostEvery < AnHour)
        {
            _movesPlanned = true;
            _agenda.Plan(new[] { Now + AMinute, _movedAt + atMostEvery }.Max(), MoveAsync);
        }
    }

    private async Task NightAsync()
    {
        await MoveAsync();
        await App.Simulation.SettleAsync();
        _judges.AfterMoves(Now);
        _breaks.AddRange(await new Sums(this).StuckAsync());
    }

    private async Task MoveAsync()
    {
        (_movedAt, _movesPlanned) = (Now, false);
        await ActivatorUtilities
            .CreateInstance<Sweep>(App.Simulation.Services)
            .RunAsync(new TimerInfo(), App.Simulation.Client, CancellationToken.None);
        await App.Get<TaskMover>().MoveAsync(App.Simulation.Client, CancellationToken.None);
    }

    private async Task<CommandResult> RunAsync<TCommand>(TCommand command, string by, StoredApplication? seen)
        where TCommand : IApplicationCommand
    {
        var caller = by == System ? Caller.System : People.Caller(by, Directory());
        var result = await App.Get<CommandRunner>()
            .ChangeAsync(command, caller, new CommandOptions { Seen = seen }, App.Simulation.Client, CancellationToken.None);
        var key = $"{typeof(TCommand).Name}: {(result is CommandResult.Refused { Refusal.Kind: var kind } ? kind : result.GetType().Name)}";
        Results[key] = Results.GetValueOrDefault(key) + 1;
        return result;
    }

    /// <summary>Everybody as the app has them, read again once a profile may have changed.</summary>
    private SectorDirectory Directory() => _directory ??= App.Get<IEvaluators>().NowAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Who may be given tasks, as the app has it.</summary>
    private (SectorDirectory Directory, OpenWork Work) Staffing() =>
        App.Get<Staffing>().AtAsync(Now, CancellationToken.None).GetAwaiter().GetResult();
}
