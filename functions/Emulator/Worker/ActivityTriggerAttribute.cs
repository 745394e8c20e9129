namespace MicroCred.Emulator.Worker;

/// <summary>Marks the parameter that takes an activity's input.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivityTriggerAttribute : Attribute;
