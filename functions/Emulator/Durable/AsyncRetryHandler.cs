namespace MicroCred.Emulator.Durable;

/// <summary>Says whether a failed call is to be tried again; may wait on durable tasks, such as a timer, first.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
