namespace MicroCred.Host.Worker;

/// <summary>
/// Thrown when the worker ends while it runs a function. The Durable extension recognises this exception by its name: it abandons the
/// orchestration's turn and retries it.
/// </summary>
public sealed class WorkerProcessExitException() : Exception("The worker process ended.");
