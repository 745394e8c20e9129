namespace MicroCred.Emulator.Durable.Stores;

/// <summary>The call that a sub-orchestration answers.</summary>
internal sealed record ParentCall(string InstanceId, string ExecutionId, string Name, int TaskId);
