using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>A turn that was, perhaps, written.</summary>
/// <param name="Plan">What it comes to.</param>
/// <param name="DealtWith">With how many of the messages it deals.</param>
internal sealed record TurnAttempt(TurnPlan Plan, int DealtWith)
{
    public bool IsIn(Snapshot? instance) => Plan.Write is { } write && instance is not null && instance.Has(write.State.TurnId);
}
