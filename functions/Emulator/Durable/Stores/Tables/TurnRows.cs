using Azure.Data.Tables;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>One turn as rows of one partition.</summary>
/// <param name="Instance">The instance's own row.</param>
/// <param name="Head">What it says.</param>
/// <param name="Tail">The newest part of the history, as it has it.</param>
/// <param name="Parts">Rows to add beside it.</param>
/// <param name="Obsolete">Rows that nothing points to any more.</param>
internal sealed record TurnRows(
    TableEntity Instance, InstanceHead Head, byte[] Tail, IReadOnlyList<TableEntity> Parts, IReadOnlyList<TableEntity> Obsolete);
