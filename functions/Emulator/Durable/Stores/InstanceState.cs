namespace MicroCred.Emulator.Durable.Stores;

/// <summary>All about an instance but its history.</summary>
internal sealed record InstanceState
{
    public required string InstanceId { get; init; }

    /// <summary>This run of the instance; another start, or continuing as new, makes another.</summary>
    public required string ExecutionId { get; init; }

    public required string Name { get; init; }

    /// <summary>The version of the code that it was started by; null when that had none.</summary>
    public string? Version { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The turn that wrote this.</summary>
    public required string TurnId { get; init; }

    public BinaryData? Input { get; init; }

    public BinaryData? CustomStatus { get; init; }

    /// <summary>What it returned, as JSON; or plain text: why it failed, was suspended or resumed.</summary>
    public string? Output { get; init; }

    /// <summary>Why it failed, for its parent.</summary>
    public TaskFailureDetails? Failure { get; init; }

    public ParentCall? Parent { get; init; }

    /// <summary>The span that started it, as a W3C <c>traceparent</c>: what it runs belongs to that trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it is to begin; null once it has, or may.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>
    /// When the engine has to look at it: the past when calls are open, which a new engine takes up again; its next timer otherwise; null
    /// when it has ended or only waits to be told something.
    /// </summary>
    public DateTimeOffset? WakeAt { get; init; }

    public bool HasEnded => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
