namespace MicroCred.Emulator.Durable.Engine;

/// <summary>
/// Runs the app's functions for the engine, through the app's middleware. An orchestrator is called on the turn's own thread and must reach
/// the function without leaving it: nothing on the way may await anything but what the function returns, nor with ConfigureAwait(false).
/// </summary>
internal interface IFunctionRunner
{
    /// <summary>Whether there is an orchestrator of this name, in any case.</summary>
    bool HasOrchestrator(string name);

    /// <summary>Whether there is an activity of this name, in any case.</summary>
    bool HasActivity(string name);

    /// <summary>
    /// Runs an orchestrator up to its end; the task stays open for as long as it waits. The trace parent is the span that started it.
    /// </summary>
    Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context, string? traceParent);

    /// <summary>
    /// Runs an activity. The input is JSON of the worker's serializer; null means JSON null. The trace parent is its orchestration's.
    /// </summary>
    Task<object?> RunActivityAsync(string name, string instanceId, BinaryData? input, string? traceParent, CancellationToken cancellationToken);
}
