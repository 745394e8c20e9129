namespace MicroCred.Emulator.Tests.Durable.World;

/// <summary>An exception that only the tests know.</summary>
public sealed class CustomFault(string message, Exception? inner = null) : InvalidOperationException(message, inner);
