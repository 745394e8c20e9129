namespace MicroCred.Emulator.Durable.Replay;

/// <summary>Which run of which instance is replayed, and with what it began.</summary>
internal sealed record RunIdentity(
    string InstanceId,
    string ExecutionId,
    string Name,
    string? Version,
    BinaryData? Input,
    ParentOrchestrationInstance? Parent,
    string? TraceParent);
