namespace MicroCred.Emulator.Durable.History;

/// <summary>The orchestration was let go on; what was kept back arrives now.</summary>
internal sealed record ExecutionResumed(string? Reason) : ArrivedEvent;
