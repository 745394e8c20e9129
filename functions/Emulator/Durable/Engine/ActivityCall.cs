using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>An activity that is to run, for which run of which instance, and in whose trace.</summary>
internal sealed record ActivityCall(InstanceActor Caller, string ExecutionId, ActivityScheduled Activity, string? TraceParent);
