namespace MicroCred.Emulator.Worker;

/// <summary>Marks the parameter that takes the client of the app's orchestrations.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : Attribute;
