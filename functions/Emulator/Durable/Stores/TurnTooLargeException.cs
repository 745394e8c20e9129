namespace MicroCred.Emulator.Durable.Stores;

/// <summary>A turn holds more than the store can write at once. Trying again won't help.</summary>
internal sealed class TurnTooLargeException(string message, Exception? inner = null) : Exception(message, inner);
