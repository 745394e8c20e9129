using MicroCred.App.Http;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>What the app makes of the domain's outcomes.</summary>
internal static class Transitions
{
    /// <summary>The change of a step that the pipeline itself takes, where a refusal is a fault of ours.</summary>
    public static Change Due(this Outcome<Change> outcome) => outcome.Match(
        change => change,
        refusal => throw new InvalidOperationException(refusal.Detail));

    /// <summary>The change that a person asked for.</summary>
    /// <exception cref="ProblemException">The domain refuses it.</exception>
    public static Change Asked(this Outcome<Change> outcome) => outcome.Match(
        change => change,
        refusal => throw new ProblemException(Problem.Of(refusal)));

    /// <summary>Two changes one after the other, written as one.</summary>
    public static Change Then(this Change first, Func<Application, Change> next)
    {
        Change second = next(first.Application);
        return new Change(second.Application with { Revision = first.Application.Revision }, [.. first.Events, .. second.Events]);
    }
}
