namespace MicroCred.Emulator.Durable.History;

/// <summary>The orchestrator's code is to begin. Its name and its input are in the instance's state.</summary>
internal sealed record ExecutionStarted : ArrivedEvent;
