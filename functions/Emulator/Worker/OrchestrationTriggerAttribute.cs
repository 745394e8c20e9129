namespace MicroCred.Emulator.Worker;

/// <summary>Marks the parameter that takes an orchestrator's context.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : Attribute;
