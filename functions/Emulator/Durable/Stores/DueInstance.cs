namespace MicroCred.Emulator.Durable.Stores;

/// <summary>An instance that the engine has to look at, and when.</summary>
internal readonly record struct DueInstance(string InstanceId, DateTimeOffset WakeAt);
