using System.Collections.Immutable;
using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Stores;

/// <summary>One turn's write.</summary>
/// <param name="Basis">What the turn was taken on; null when there must be no such instance.</param>
/// <param name="State">What the instance is afterwards.</param>
/// <param name="Turn">What is added to its history; null when nothing is.</param>
internal sealed record InstanceWrite(Snapshot? Basis, InstanceState State, Turn? Turn)
{
    /// <summary>Whether the history begins anew.</summary>
    public bool IsNewRun => Basis?.State.ExecutionId != State.ExecutionId;

    /// <summary>The history once it is written. An instance that has ended has none: nothing replays it.</summary>
    public ImmutableArray<Turn> HistoryAfter()
    {
        if (State.HasEnded)
            return [];

        var before = IsNewRun ? [] : Basis!.History;
        return Turn is null ? before : before.Add(Turn);
    }
}
