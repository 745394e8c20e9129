using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>All invariants, and what they count.</summary>
internal sealed class Judges
{
    private readonly HashSet<ApplicationId> _changed = [];
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<Invariant> _invariants;

    public Judges(Func<(SectorDirectory, OpenWork)> staffing) =>
        _invariants = [Interests, new NoDecisionLacksItsSecondReview(), new EveryClockIsRight(), new EverybodyWaitsForSomebody(staffing)];

    public NobodyEvaluatesAnInterest Interests { get; } = new();

    /// <summary>The applications as they were written last.</summary>
    public Dictionary<ApplicationId, Application> Applications { get; } = [];

    /// <summary>The ids of all notices.</summary>
    public HashSet<string> Notices { get; } = [];

    /// <summary>How many letters were written, by application.</summary>
    public Dictionary<ApplicationId, int> Letters { get; } = [];

    /// <summary>How many events there were, by name.</summary>
    public SortedDictionary<string, int> Events { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Breaks => _invariants.SelectMany(invariant => invariant.Breaks);

    public void Watch(Application? before, Change change, IReadOnlyList<Notice> notices, KeptLetter? letter)
    {
        lock (_lock)
        {
            var application = change.Application;
            Applications[application.Id] = application;
            _changed.Add(application.Id);
            Notices.UnionWith(notices.Select(IdOf));
            Letters[application.Id] = Letters.GetValueOrDefault(application.Id) + (letter is null ? 0 : 1);
            foreach (var happened in change.Events)
            {
                Events[happened.What.Name] = Events.GetValueOrDefault(happened.What.Name) + 1;
            }

            foreach (var invariant in _invariants)
            {
                invariant.Changed(before, change);
            }
        }
    }

    /// <summary>Judges what changed since the last time, all due work being done.</summary>
    public void AtRest(DateTimeOffset now)
    {
        foreach (var id in _changed)
        {
            AtRest(Applications[id], now);
        }

        _changed.Clear();
    }

    /// <summary>Judges everything that is under way or has open tasks, once the tasks that had to move have moved.</summary>
    public void AfterMoves(DateTimeOffset now)
    {
        foreach (var application in Applications.Values.Where(known => !known.IsClosed || known.Tasks.Any(task => task.IsOpen)))
        {
            AtRest(application, now);
            foreach (var invariant in _invariants)
            {
                invariant.AfterMoves(application, now);
            }
        }
    }

    private static string IdOf(Notice notice) => $"{notice.Envelope.Id} {notice.Kind()}";

    private void AtRest(Application application, DateTimeOffset now)
    {
        foreach (var invariant in _invariants)
        {
            invariant.AtRest(application, now);
        }
    }
}
