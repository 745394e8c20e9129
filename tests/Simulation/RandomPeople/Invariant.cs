namespace MicroCred.Simulation.RandomPeople;

/// <summary>Something that must hold at each step, whatever people do. It judges by what happened, not by what the product computed.</summary>
internal abstract class Invariant
{
    private readonly List<string> _breaks = [];

    /// <summary>Where it didn't hold.</summary>
    public IReadOnlyList<string> Breaks => _breaks;

    /// <summary>Sees a change as it is written.</summary>
    public virtual void Changed(Application? before, Change change) { }

    /// <summary>Looks at an application when all work due by now is done.</summary>
    public virtual void AtRest(Application application, DateTimeOffset now) { }

    /// <summary>Looks at an application once the tasks that had to move have moved.</summary>
    public virtual void AfterMoves(Application application, DateTimeOffset now) { }

    protected void Broken(ApplicationId id, string what) => _breaks.Add($"{GetType().Name}: {id}: {what}");
}
