namespace MicroCred.Emulator.Durable;

/// <summary>How far a purge goes.</summary>
/// <param name="Recursive">Accepted and without effect: sub-orchestrations are purged by their own ids.</param>
public record PurgeInstanceOptions(bool Recursive = false);
