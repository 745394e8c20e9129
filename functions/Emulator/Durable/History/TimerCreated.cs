namespace MicroCred.Emulator.Durable.History;

/// <summary>The orchestration waits for an instant, in UTC.</summary>
internal sealed record TimerCreated(int Id, DateTime FireAt) : ScheduledEvent(Id);
