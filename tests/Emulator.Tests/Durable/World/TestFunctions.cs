using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core.Serialization;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;

namespace MicroCred.Emulator.Tests.Durable.World;

/// <summary>The functions of a test, written down as lambdas.</summary>
internal sealed class TestFunctions : IFunctionRunner
{
    private readonly ConcurrentDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Func<BinaryData?, string, Task<object?>>> _activities = new(StringComparer.OrdinalIgnoreCase);

    public ObjectSerializer Serializer { get; set; } =
        new JsonObjectSerializer(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } });

    /// <summary>The trace that each activity was told it belongs to, in the order in which they ran.</summary>
    public ConcurrentQueue<string?> TraceParents { get; } = new();

    public bool HasOrchestrator(string name) => _orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => _activities.ContainsKey(name);

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context, string? traceParent) => _orchestrators[name](context);

    public Task<object?> RunActivityAsync(
        string name, string instanceId, BinaryData? input, string? traceParent, CancellationToken cancellationToken)
    {
        TraceParents.Enqueue(traceParent);
        return _activities[name](input, instanceId);
    }

    public void Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> code) =>
        _orchestrators[name] = async context => await code(context);

    public void Orchestrator(string name, Func<TaskOrchestrationContext, Task> code) => _orchestrators[name] = async context =>
    {
        await code(context);
        return null;
    };

    public void Activity<TInput, TOutput>(string name, Func<TInput, Task<TOutput>> code) =>
        _activities[name] = async (input, _) => await code(Read<TInput>(input));

    public void Activity<TInput, TOutput>(string name, Func<TInput, TOutput> code) =>
        _activities[name] = (input, _) => Task.FromResult<object?>(code(Read<TInput>(input)));

    private T Read<T>(BinaryData? json) => json is null ? default! : (T)Serializer.Deserialize(json.ToStream(), typeof(T), default)!;
}
