using System.Text.Json;
using Azure.Data.Tables;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>
/// An instance's row: plain columns for what is looked for, one for the rest of the state, one for the newest part of the history.
/// </summary>
internal static class InstanceRow
{
    public const string RowKey = "instance";
    public const string WakeAt = nameof(InstanceState.WakeAt);
    public const string Status = nameof(InstanceState.Status);
    public const string CreatedAt = nameof(InstanceState.CreatedAt);
    private const string UpdatedAt = nameof(InstanceState.UpdatedAt);
    private const string Name = nameof(InstanceState.Name);
    private const string Head = "Head";
    private const string Tail = "Tail";

    public static TableEntity Write(InstanceState state, InstanceHead head, byte[] tail)
    {
        var row = new TableEntity(InstanceKey.Of(state.InstanceId), RowKey)
        {
            [Name] = state.Name,
            [Status] = state.Status.ToString(),
            [CreatedAt] = state.CreatedAt,
            [UpdatedAt] = state.UpdatedAt,
        };
        if (state.WakeAt is { } wakeAt)
            row[WakeAt] = wakeAt;

        ByteColumns.Write(row, Head, JsonSerializer.SerializeToUtf8Bytes(head, HeadJson.Default.InstanceHead));
        if (tail.Length > 0)
            row[Tail] = tail;

        return row;
    }

    public static InstanceHead ReadHead(TableEntity row) =>
        JsonSerializer.Deserialize(ByteColumns.Read(row, Head), HeadJson.Default.InstanceHead)!;

    public static byte[] ReadTail(TableEntity row) => row.GetBinary(Tail) ?? [];

    /// <summary>The state, but for payloads that have rows of their own.</summary>
    public static InstanceState ReadState(TableEntity row, InstanceHead head) => new()
    {
        InstanceId = InstanceKey.ToInstanceId(row.PartitionKey),
        ExecutionId = head.ExecutionId,
        Name = row.GetString(Name),
        Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(Status)),
        CreatedAt = row.GetDateTimeOffset(CreatedAt)!.Value,
        UpdatedAt = row.GetDateTimeOffset(UpdatedAt)!.Value,
        TurnId = head.TurnId,
        Version = head.Version,
        Input = head.Input,
        CustomStatus = head.CustomStatus,
        Output = head.Output,
        Failure = head.Failure,
        Parent = head.Parent,
        TraceParent = head.TraceParent,
        StartAt = head.StartAt,
        WakeAt = row.GetDateTimeOffset(WakeAt),
    };
}
