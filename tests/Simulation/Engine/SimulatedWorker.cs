using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Engine;

/// <summary>
/// Runs turns and activities with the Functions worker's own code, without the two processes. Only the calls are ours; the replay, the
/// context that orchestrators get, the exceptions and the serialisation are Microsoft's.
/// </summary>
internal sealed class SimulatedWorker
{
    /// <summary>The worker's internal wrapper of an orchestrator, which detects awaits that aren't durable.</summary>
    private static readonly Type Guard = typeof(DurableTaskExtensionStartup).Assembly.GetType(
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.Execution.WrapperOrchestrator",
        throwOnError: true
    )!;

    private readonly IServiceProvider _services;
    private readonly DurableTaskShimFactory _shims;
    private readonly Dictionary<string, Function> _orchestrators;
    private readonly Dictionary<string, Function> _activities;
    private readonly Dictionary<string, object?> _properties;

    /// <param name="functions">The types that hold the functions.</param>
    /// <param name="version">host.json's <c>defaultVersion</c>; null for none.</param>
    /// <param name="services">The app's services.</param>
    public SimulatedWorker(IEnumerable<Type> functions, string? version, IServiceProvider services)
    {
        var types = functions.ToList();
        _orchestrators = Function.Find<OrchestrationTriggerAttribute>(types);
        _activities = Function.Find<ActivityTriggerAttribute>(types);
        _properties = version is null ? [] : new() { ["defaultVersion"] = version };
        _services = services;
        _shims = services.GetRequiredService<DurableTaskShimFactory>();
    }

    /// <summary>Replays an orchestration's history and runs its new part.</summary>
    public OrchestratorExecutionResult TakeTurn(OrchestrationRuntimeState state)
    {
        if (!_orchestrators.TryGetValue(state.Name, out var function))
        {
            var known = string.Join("', '", _orchestrators.Keys);
            return OrchestratorExecutionResult.ForFailure(
                $"The function '{state.Name}' doesn't exist, is disabled, or is not an orchestrator function. Additional info: "
                    + $"The following are the known orchestrator functions: '{known}'.",
                details: null
            );
        }

        using var scope = _services.CreateScope();
        var orchestrator = (ITaskOrchestrator)
            Activator.CreateInstance(
                Guard,
                new Orchestrator(function, scope.ServiceProvider),
                new TurnContext(function.Name, scope.ServiceProvider)
            )!;
        var parent = state.ParentInstance is { } p ? new ParentOrchestrationInstance(p.Name, p.OrchestrationInstance.InstanceId) : null;
        var shim = _shims.CreateOrchestration(state.Name, orchestrator, _properties, parent);
        var executor = new TaskOrchestrationExecutor(
            state,
            shim,
            BehaviorOnContinueAsNew.Carryover,
            entityParameters: null,
            ErrorPropagationMode.UseFailureDetails
        );
        try
        {
            return executor.Execute();
        }
        catch (Exception exception)
        {
            return OrchestratorExecutionResult.ForFailure($"Function '{function.Name}' failed with an unhandled exception.", exception);
        }
    }

    /// <summary>Runs an activity once.</summary>
    public async Task<HistoryEvent> RunActivityAsync(TaskScheduledEvent scheduled, OrchestrationInstance instance)
    {
        var name = scheduled.Name!;
        if (!_activities.TryGetValue(name, out var function))
        {
            return Failed(scheduled, failure: null);
        }

        await using var scope = _services.CreateAsyncScope();
        var shim = _shims.CreateActivity(name, new Activity(function, scope.ServiceProvider));
        try
        {
            var output = await shim.RunAsync(new TaskContext(instance, name, scheduled.Version, scheduled.EventId), scheduled.Input);
            return new TaskCompletedEvent(-1, scheduled.EventId, output);
        }
        catch (Exception exception)
        {
            return Failed(scheduled, new FailureDetails(exception));
        }
    }

    /// <summary>Between engine and worker only a failure's details are passed on; an unknown activity has none.</summary>
    private static TaskFailedEvent Failed(TaskScheduledEvent scheduled, FailureDetails? failure) =>
        new(-1, scheduled.EventId, reason: null, details: null, failure);

    private sealed class Orchestrator(Function function, IServiceProvider services) : ITaskOrchestrator
    {
        public Type InputType => typeof(object);

        public Type OutputType => typeof(object);

        public Task<object?> RunAsync(TaskOrchestrationContext context, object? input) =>
            function.CallAsync(context, services, context.InstanceId);
    }

    private sealed class Activity(Function function, IServiceProvider services) : ITaskActivity
    {
        public Type InputType => function.Input;

        public Type OutputType => typeof(object);

        public Task<object?> RunAsync(TaskActivityContext context, object? input) =>
            function.CallAsync(input, services, context.InstanceId);
    }
}
