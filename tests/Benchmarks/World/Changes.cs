namespace MicroCred.Benchmarks.World;

/// <summary>Combines several changes of an application into one.</summary>
internal static class Changes
{
    public static Change Then(this Change first, Func<Application, Outcome<Change>> next)
    {
        var second = next(first.Application).Match(change => change, refusal => throw new InvalidOperationException(refusal.Detail));
        return new Change(second.Application, [.. first.Events, .. second.Events]);
    }
}
