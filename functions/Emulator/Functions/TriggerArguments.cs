using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MicroCred.Emulator.Functions;

/// <summary>Makes of a trigger's value what the function's parameter wants.</summary>
internal static class TriggerArguments
{
    /// <summary>The source of the trigger parameter's value; null when a trigger of this kind can't give that type.</summary>
    public static Argument? For(FunctionKind kind, Type type) => kind switch
    {
        FunctionKind.Http when type == typeof(HttpRequest) => invocation => invocation.GetHttpContext()!.Request,
        FunctionKind.Timer when type == typeof(TimerInfo) => invocation => invocation.TriggerValue,
        FunctionKind.Orchestrator when type == typeof(TaskOrchestrationContext) => invocation => invocation.TriggerValue,
        FunctionKind.Queue => ForMessage(type),
        FunctionKind.Activity => invocation => invocation.TriggerValue is BinaryData json ? Deserialize(invocation, json, type) : null,
        _ => null,
    };

    private static Argument ForMessage(Type type) => type switch
    {
        _ when type == typeof(string) => invocation => Message(invocation).ToString(),
        _ when type == typeof(byte[]) => invocation => Message(invocation).ToArray(),
        _ when type == typeof(BinaryData) => Message,
        _ => invocation => Deserialize(invocation, Message(invocation), type),
    };

    // The text in the queue is the Base64 of the message, unless host.json says otherwise.
    private static BinaryData Message(Invocation invocation) => (BinaryData)invocation.TriggerValue!;

    private static object? Deserialize(Invocation invocation, BinaryData json, Type type)
    {
        var serializer = invocation.InstanceServices.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer!;
        return serializer.Deserialize(json.ToStream(), type, invocation.CancellationToken);
    }
}
