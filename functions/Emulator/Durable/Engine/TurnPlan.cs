using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>What a turn comes to.</summary>
internal sealed record TurnPlan
{
    /// <summary>What is to be written; null when nothing is.</summary>
    public InstanceWrite? Write { get; init; }

    /// <summary>What is to be deleted instead.</summary>
    public Snapshot? Deletion { get; init; }

    /// <summary>Activities and sub-orchestrations to start once it is written.</summary>
    public IReadOnlyList<ScheduledEvent> Calls { get; init; } = [];

    /// <summary>When the instance has to be woken; null when it needn't be.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>Messages for other instances.</summary>
    public required IReadOnlyList<(string InstanceId, Message Message)> Letters { get; init; }

    /// <summary>Answers for those who wait.</summary>
    public required IReadOnlyList<Action> Answers { get; init; }
}
