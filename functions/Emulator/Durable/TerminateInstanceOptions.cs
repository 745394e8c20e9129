namespace MicroCred.Emulator.Durable;

/// <summary>How an instance is ended from outside.</summary>
/// <param name="Output">What it has as its output.</param>
/// <param name="Recursive">Accepted and without effect, as seen on the real host: sub-orchestrations go on.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
