namespace MicroCred.Emulator.Durable;

/// <summary>How an orchestration is started.</summary>
/// <param name="InstanceId">Its id; a new one when null.</param>
/// <param name="StartAt">When it is to start; at once when null.</param>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
{
    /// <summary>
    /// Names of the statuses in which an instance of the same id makes the start fail. In any other status it is started over, and a
    /// running one is terminated for that; so list these too when it must not happen. When null, one that has not ended makes the start
    /// fail.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
