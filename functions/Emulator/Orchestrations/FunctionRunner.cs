using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Orchestrations;

/// <inheritdoc cref="IFunctionRunner"/>
internal sealed class FunctionRunner(IReadOnlyList<Function> functions, IServiceProvider services) : IFunctionRunner
{
    private readonly Dictionary<string, Function> _orchestrators = Named(functions, FunctionKind.Orchestrator);
    private readonly Dictionary<string, Function> _activities = Named(functions, FunctionKind.Activity);

    // Not in the constructor: the pipeline has the functions, which may want the engine's client, which has this.
    private readonly Lazy<InvocationPipeline> _pipeline = new(services.GetRequiredService<InvocationPipeline>);

    public bool HasOrchestrator(string name) => _orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => _activities.ContainsKey(name);

    public async Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context, string? traceParent)
    {
        var data = new Dictionary<string, object?> { [BindingData.InstanceId] = context.InstanceId };
        await using var invocation = new Invocation(_orchestrators[name], context, data, services, CancellationToken.None, traceParent);
        return await _pipeline.Value.RunAsync(invocation);
    }

    public async Task<object?> RunActivityAsync(
        string name, string instanceId, BinaryData? input, string? traceParent, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object?> { [BindingData.InstanceId] = instanceId };
        await using var invocation = new Invocation(_activities[name], input, data, services, cancellationToken, traceParent);
        return await _pipeline.Value.RunAsync(invocation);
    }

    private static Dictionary<string, Function> Named(IReadOnlyList<Function> functions, FunctionKind kind) => functions
        .Where(function => function.Kind == kind)
        .ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
}
