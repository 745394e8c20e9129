namespace MicroCred.Emulator.Worker;

/// <summary>Why a timer function runs now.</summary>
public sealed class TimerInfo
{
    /// <summary>The schedule's state; null where the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for a missed one.</summary>
    public bool IsPastDue { get; set; }
}
