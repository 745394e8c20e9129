namespace MicroCred.Emulator.Durable.History;

/// <summary>An activity or a sub-orchestration threw.</summary>
internal sealed record TaskFailed(int Id, TaskFailureDetails Failure) : ArrivedEvent;
