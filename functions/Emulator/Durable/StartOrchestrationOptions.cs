namespace MicroCred.Emulator.Durable;

/// <summary>How an orchestration is started.</summary>
/// <param name="InstanceId">Its id; a new one when null.</param>
/// <param name="StartAt">When it is to start; at once when null.</param>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
{
    /// <summary>
    /// Names of the statuses in which an instance of the same id makes the start fail. A pending, running or suspended one always does;
    /// one that has ended does only when its status is listed.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
