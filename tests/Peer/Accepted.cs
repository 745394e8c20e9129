using MicroCred.Approval;

namespace MicroCred.Peer;

/// <summary>Unwraps the domain's outcomes in steps that can't be refused on the measured path.</summary>
internal static class Accepted
{
    /// <exception cref="InvalidOperationException">The domain refused.</exception>
    public static Change Demand(this Outcome<Change> outcome) =>
        outcome.Match(change => change, refusal => throw new InvalidOperationException(refusal.Detail));
}
