namespace MicroCred.Emulator.Durable.History;

/// <summary>The orchestration called a sub-orchestration.</summary>
internal sealed record ChildScheduled(int Id, string Name, string InstanceId, BinaryData? Input) : ScheduledEvent(Id);
