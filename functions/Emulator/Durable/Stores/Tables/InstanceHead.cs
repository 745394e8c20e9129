using System.Text.Json.Serialization;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>What an instance's row says besides its plain columns and the newest part of its history.</summary>
internal sealed record InstanceHead
{
    public required string ExecutionId { get; init; }

    public required string TurnId { get; init; }

    public string? Version { get; init; }

    public BinaryData? Input { get; init; }

    public PartRef? InputPart { get; init; }

    public BinaryData? CustomStatus { get; init; }

    public PartRef? CustomStatusPart { get; init; }

    public string? Output { get; init; }

    public PartRef? OutputPart { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public ParentCall? Parent { get; init; }

    public string? TraceParent { get; init; }

    public DateTimeOffset? StartAt { get; init; }

    /// <summary>How many rows the older part of the history has.</summary>
    public int HistoryRows { get; init; }

    /// <summary>All that has rows of its own.</summary>
    [JsonIgnore]
    public IEnumerable<PartRef> Parts
    {
        get
        {
            if (InputPart is not null)
                yield return InputPart;
            if (CustomStatusPart is not null)
                yield return CustomStatusPart;
            if (OutputPart is not null)
                yield return OutputPart;
            if (HistoryRows > 0)
                yield return new PartRef(HistoryName, HistoryRows);
        }
    }

    [JsonIgnore]
    public string HistoryName => $"history|{ExecutionId}";
}
