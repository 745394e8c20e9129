namespace MicroCred.App.Storage;

/// <summary>Somebody else changed the application between read and write, and nothing was written. Read it again.</summary>
internal sealed class ConcurrentChangeException(ApplicationId id, Exception inner)
    : Exception($"Application {id} changed while it was being written.", inner);
