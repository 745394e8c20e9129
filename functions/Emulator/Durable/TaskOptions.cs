namespace MicroCred.Emulator.Durable;

/// <summary>How an activity or a sub-orchestration is called.</summary>
/// <param name="Retry">What happens when the call fails; nothing when null.</param>
public record TaskOptions(TaskRetryOptions? Retry = null)
{
    /// <summary>Retries by a policy.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Retries for as long as a handler says so.</summary>
    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Retries for as long as a handler says so.</summary>
    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(handler);

    /// <summary>The same options with an instance id for the sub-orchestration.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}
