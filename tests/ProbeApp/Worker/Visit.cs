namespace MicroCred.ProbeApp.Worker;

/// <summary>A scoped service: lives as long as one invocation.</summary>
internal sealed class Visit
{
    public Guid Id { get; } = Guid.NewGuid();

    public int Number { get; set; }
}
