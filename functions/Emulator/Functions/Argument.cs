namespace MicroCred.Emulator.Functions;

/// <summary>Gives a parameter its value, for one invocation.</summary>
internal delegate object? Argument(Invocation invocation);
