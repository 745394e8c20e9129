using Azure.Core.Serialization;

namespace MicroCred.Emulator.Durable;

/// <summary>What is known about an instance. Input, output and custom status are there only when they were asked for.</summary>
public sealed class OrchestrationMetadata
{
    /// <summary>Describes an instance.</summary>
    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    /// <summary>Its orchestrator.</summary>
    public string Name { get; }

    /// <summary>Its id.</summary>
    public string InstanceId { get; }

    /// <summary>Where it is in its life.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last did something.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>Its input as JSON.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>Its output as JSON; of a failed one, the exception as plain text; of a terminated one, the reason as JSON.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>Its custom status as JSON; the JSON text <c>null</c> when it never set one.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Always null, as seen on the real host: what a failed instance says is its output.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>Whether it runs; a suspended or pending one doesn't.</summary>
    public bool IsRunning => RuntimeStatus == OrchestrationRuntimeStatus.Running;

    /// <summary>Whether it has ended, in whatever way.</summary>
    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    internal ObjectSerializer? Serializer { get; init; }

    /// <summary>Its input; an <see cref="InvalidOperationException"/> when inputs and outputs weren't asked for.</summary>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput, nameof(ReadInputAs), "input");

    /// <summary>Its output; an <see cref="InvalidOperationException"/> when inputs and outputs weren't asked for.</summary>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput, nameof(ReadOutputAs), "output");

    /// <summary>Its custom status; an <see cref="InvalidOperationException"/> when inputs and outputs weren't asked for.</summary>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus, nameof(ReadCustomStatusAs), "input and output");

    private T? Read<T>(string? json, string method, string what)
    {
        if (Serializer is null)
        {
            throw new InvalidOperationException(
                $"The {method} method can only be used on {nameof(OrchestrationMetadata)} objects "
                + $"that are fetched with the option to include {what} data.");
        }

        return json is null ? default : (T?)Serializer.Deserialize(BinaryData.FromString(json).ToStream(), typeof(T), default);
    }
}
