namespace MicroCred.Simulation.RandomPeople;

/// <summary>What people are going to do, and when; of two things at the same time the one that was planned first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset, long)> _planned = new();
    private long _count;

    public void Plan(DateTimeOffset at, Func<Task> what) => _planned.Enqueue(what, (at, ++_count));

    /// <summary>The next thing; null where nothing is planned any more.</summary>
    public (DateTimeOffset At, Func<Task> What)? Next() => _planned.TryDequeue(out var what, out var when) ? (when.Item1, what) : null;
}
