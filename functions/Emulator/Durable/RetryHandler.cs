namespace MicroCred.Emulator.Durable;

/// <summary>Says whether a failed call is to be tried again, at once.</summary>
public delegate bool RetryHandler(RetryContext retryContext);
