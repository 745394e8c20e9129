namespace MicroCred.Emulator.Durable.History;

/// <summary>The orchestration called an activity.</summary>
internal sealed record ActivityScheduled(int Id, string Name, BinaryData? Input) : ScheduledEvent(Id);
