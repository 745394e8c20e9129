using Azure.Data.Tables;
using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>
/// Lays out one turn as rows. Most turns are one row, the instance's own, which carries the newest part of the history. When that part has
/// grown, it moves to a row of its own, and so does a large payload; then the rows go in one transaction.
/// </summary>
internal sealed class TurnWriter
{
    private const int LongestTail = 32 * 1024;
    private const int LargestPayload = 16 * 1024;
    private readonly InstanceWrite _write;
    private readonly string _partition;
    private readonly TableSnapshot? _basis;
    private readonly List<TableEntity> _parts = [];

    private TurnWriter(InstanceWrite write)
    {
        _write = write;
        _partition = InstanceKey.Of(write.State.InstanceId);
        _basis = write.Basis as TableSnapshot;
    }

    public static TurnRows Lay(InstanceWrite write) => new TurnWriter(write).Lay();

    private TurnRows Lay()
    {
        var state = _write.State;
        var (tail, historyRows) = LayHistory();
        var sameRun = _write.IsNewRun ? null : _basis;
        var (input, inputPart) = LayPayload("input", state.Input, sameRun?.State.Input, sameRun?.Head.InputPart);
        var (status, statusPart) = LayPayload("status", state.CustomStatus, sameRun?.State.CustomStatus, sameRun?.Head.CustomStatusPart);
        var (output, outputPart) = LayPayload("output", state.Output is null ? null : BinaryData.FromString(state.Output), null, null);
        var head = new InstanceHead
        {
            ExecutionId = state.ExecutionId,
            TurnId = state.TurnId,
            Version = state.Version,
            Input = input,
            InputPart = inputPart,
            CustomStatus = status,
            CustomStatusPart = statusPart,
            Output = output?.ToString(),
            OutputPart = outputPart,
            Failure = state.Failure,
            Parent = state.Parent,
            TraceParent = state.TraceParent,
            StartAt = state.StartAt,
            HistoryRows = historyRows,
        };
        return new TurnRows(InstanceRow.Write(state, head, tail), head, tail, _parts, Obsolete(head));
    }

    private (byte[] Tail, int Rows) LayHistory()
    {
        if (_write.State.HasEnded)
            return ([], 0);

        var before = _write.IsNewRun ? null : _basis;
        var rows = before?.Head.HistoryRows ?? 0;
        byte[] tail = [.. before?.Tail ?? [], .. _write.Turn is null ? [] : HistoryText.Write(_write.Turn)];
        if (tail.Length <= LongestTail)
            return (tail, rows);

        var moved = PartRows.Cut(_partition, $"history|{_write.State.ExecutionId}", rows, tail);
        _parts.AddRange(moved);
        return ([], rows + moved.Count);
    }

    /// <summary>
    /// A payload for the head, or its place when it is large; one that has a place already and hasn't changed isn't written again.
    /// </summary>
    private (BinaryData? Payload, PartRef? Part) LayPayload(string name, BinaryData? payload, BinaryData? before, PartRef? partBefore)
    {
        if (payload is null || payload.ToMemory().Length <= LargestPayload)
            return (payload, null);

        if (partBefore is not null && before is not null && before.ToMemory().Span.SequenceEqual(payload.ToMemory().Span))
            return (null, partBefore);

        var partName = $"{name}|{_write.State.TurnId}";
        var rows = PartRows.Cut(_partition, partName, 0, payload.ToArray());
        _parts.AddRange(rows);
        return (null, new PartRef(partName, rows.Count));
    }

    private IReadOnlyList<TableEntity> Obsolete(InstanceHead head)
    {
        if (_basis is null)
            return [];

        var kept = head.Parts.Select(part => part.Name).ToHashSet();
        return
        [
            .. _basis.Head.Parts.Where(part => !kept.Contains(part.Name)).SelectMany(part =>
                Enumerable.Range(0, part.Rows).Select(number => new TableEntity(_partition, PartRows.Key(part.Name, number)))),
        ];
    }
}
