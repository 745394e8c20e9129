using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>An activity that is to run, and for which run of which instance.</summary>
internal sealed record ActivityCall(InstanceActor Caller, string ExecutionId, ActivityScheduled Activity);
