namespace MicroCred.Emulator.Worker;

/// <summary>The state of a timer's schedule, in UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>When the function was due last.</summary>
    public DateTime Last { get; set; }

    /// <summary>When it is due next.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
