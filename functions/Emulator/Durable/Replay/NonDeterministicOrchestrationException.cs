namespace MicroCred.Emulator.Durable.Replay;

/// <summary>Replayed code has left its history. What it says is what the real engine says.</summary>
internal sealed class NonDeterministicOrchestrationException(string detail) : Exception("Non-Deterministic workflow detected: " + detail);
