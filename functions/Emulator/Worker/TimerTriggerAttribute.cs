namespace MicroCred.Emulator.Worker;

/// <summary>Marks the parameter of a function that runs by the clock.</summary>
/// <param name="schedule">
/// An NCRONTAB expression in UTC, with seconds (<c>0 */5 * * * *</c>), or a time span (<c>00:30:00</c>); <c>%SETTING%</c> in it is replaced by
/// the setting's value.
/// </param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>When the function runs.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether a run that was missed while the app was down is made up for, once. Schedules of less than a minute never are.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the app starts.</summary>
    public bool RunOnStartup { get; set; }
}
