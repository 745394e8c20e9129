using MicroCred.Approval;

namespace MicroCred.Peer;

/// <summary>What the domain came to, for steps that it can't refuse on the way that is measured.</summary>
internal static class Accepted
{
    /// <exception cref="InvalidOperationException">The domain refused.</exception>
    public static Change Demand(this Outcome<Change> outcome) =>
        outcome.Match(change => change, refusal => throw new InvalidOperationException(refusal.Detail));
}
