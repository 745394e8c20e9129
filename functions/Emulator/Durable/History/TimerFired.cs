namespace MicroCred.Emulator.Durable.History;

/// <summary>A timer's instant has come.</summary>
internal sealed record TimerFired(int Id) : ArrivedEvent;
