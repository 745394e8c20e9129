namespace MicroCred.Host.Worker;

/// <summary>
/// The worker ended while it ran a function. The Durable extension knows this exception by its name: it gives an orchestration's turn up and
/// has it taken again.
/// </summary>
public sealed class WorkerProcessExitException() : Exception("The worker process ended.");
