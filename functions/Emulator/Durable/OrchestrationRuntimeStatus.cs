namespace MicroCred.Emulator.Durable;

/// <summary>Where an orchestration is in its life. The numbers are those of the real client.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has started and not ended; waiting counts as running.</summary>
    Running = 0,

    /// <summary>It returned.</summary>
    Completed = 1,

    /// <summary>It threw.</summary>
    Failed = 3,

    /// <summary>It was ended from outside.</summary>
    Terminated = 5,

    /// <summary>It is scheduled and has not run yet.</summary>
    Pending = 6,

    /// <summary>It was halted from outside and keeps what arrives until it is resumed.</summary>
    Suspended = 7,
}
