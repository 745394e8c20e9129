using System.Collections.Immutable;
using Azure;
using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>An instance as its row was, and the row's version.</summary>
/// <param name="State">All but the history.</param>
/// <param name="History">The turns of the current run.</param>
/// <param name="ETag">The version that the next write has to find.</param>
/// <param name="Head">What the row says.</param>
/// <param name="Tail">The newest part of the history, as the row has it.</param>
internal sealed record TableSnapshot(InstanceState State, ImmutableArray<Turn> History, ETag ETag, InstanceHead Head, byte[] Tail)
    : Snapshot(State, History);
