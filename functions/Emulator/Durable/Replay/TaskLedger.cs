using System.Diagnostics.CodeAnalysis;
using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>
/// Numbers what the code asks for, keeps what is still open, and holds each replayed request against the one in the history: they have to
/// be the same, or the code has changed under a running orchestration.
/// </summary>
internal sealed class TaskLedger
{
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly SortedDictionary<int, ScheduledEvent> _planned = [];
    private int _next;

    public bool HasOpenTasks => _open.Count > 0;

    public IEnumerable<OpenTask> Open => _open.Values;

    /// <summary>Enters a request under the next number.</summary>
    public OpenTask Plan(string name, Func<int, ScheduledEvent> describe)
    {
        var scheduled = describe(_next++);
        var task = new OpenTask(scheduled, name);
        _planned.Add(scheduled.Id, scheduled);
        _open.Add(scheduled.Id, task);
        return task;
    }

    /// <summary>Uses up a number, where the real engine would have entered a timer of no length.</summary>
    public void SkipNumber() => _next++;

    public bool TryGetOpen(int id, [NotNullWhen(true)] out OpenTask? task) => _open.TryGetValue(id, out task);

    /// <summary>Takes a task out of the open ones, to end it; null when it isn't among them, as after a cancellation.</summary>
    public OpenTask? Close(int id) => _open.Remove(id, out var task) ? task : null;

    /// <summary>Ticks off a request that the history has.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code has not made it, or has made another.</exception>
    public void Match(ScheduledEvent recorded)
    {
        if (!_planned.TryGetValue(recorded.Id, out var planned))
            throw Mismatch.Missing(recorded);

        if (planned.GetType() != recorded.GetType())
            throw Mismatch.OtherKind(recorded, planned);

        if (Mismatch.NameOf(recorded) is { } name && !name.Equals(Mismatch.NameOf(planned), StringComparison.OrdinalIgnoreCase))
            throw Mismatch.OtherName(recorded, planned);

        _planned.Remove(recorded.Id);
    }

    /// <summary>What has been asked for since, by number; afterwards it counts as recorded.</summary>
    public IReadOnlyList<ScheduledEvent> TakePlanned()
    {
        if (_planned.Count == 0)
            return [];

        ScheduledEvent[] planned = [.. _planned.Values];
        _planned.Clear();
        return planned;
    }
}
