namespace MicroCred.Emulator.Durable.History;

/// <summary>The orchestration was halted; what arrives after this is kept back.</summary>
internal sealed record ExecutionSuspended(string? Reason) : ArrivedEvent;
