namespace MicroCred.Emulator.Durable;

/// <summary>How a sub-orchestration is called, its instance id included.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>Options with an instance id; one is generated when none is given.</summary>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    /// <summary>Other options with an instance id added.</summary>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options) => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    /// <summary>The sub-orchestration's instance id.</summary>
    public string? InstanceId { get; init; }
}
