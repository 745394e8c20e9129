using System.Collections.Immutable;
using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Stores;

/// <summary>
/// An instance as it was read or written. A store adds what it needs to write the next turn on top of this one and no other.
/// </summary>
/// <param name="State">All but the history.</param>
/// <param name="History">The turns of the current run; empty once the instance has ended.</param>
internal abstract record Snapshot(InstanceState State, ImmutableArray<Turn> History)
{
    /// <summary>Whether a turn is in it.</summary>
    public bool Has(string turnId) => State.TurnId == turnId || History.Any(turn => turn.Id == turnId);
}
