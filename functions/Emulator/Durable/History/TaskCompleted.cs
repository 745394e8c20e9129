namespace MicroCred.Emulator.Durable.History;

/// <summary>An activity or a sub-orchestration returned.</summary>
internal sealed record TaskCompleted(int Id, BinaryData? Result) : ArrivedEvent;
