using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.ProbeApp.Background;

/// <summary>Timer functions that note each run. Their schedules are settings, set by tests that want them to run.</summary>
internal sealed class Timers(Journal journal)
{
    [Function("EachMinute")]
    public void EachMinute([TimerTrigger("%MINUTE_SCHEDULE%")] TimerInfo timer) => Note("EachMinute", timer);

    [Function("EachSecond")]
    public void EachSecond([TimerTrigger("%SECOND_SCHEDULE%")] TimerInfo timer) => Note("EachSecond", timer);

    /// <summary>Runs before the host's startup completes, and needs the durable client then.</summary>
    [Function("AtStart")]
    public void AtStart([TimerTrigger("%MINUTE_SCHEDULE%", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Note("AtStart", timer);
    }

    /// <summary>A function whose schedule setting a test can remove.</summary>
    [Function("Unscheduled")]
    public void Unscheduled([TimerTrigger("%UNSET_SCHEDULE%")] TimerInfo timer) => Note("Unscheduled", timer);

    private void Note(string function, TimerInfo timer) =>
        journal.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{function} {DateTime.UtcNow:HH:mm:ss}"
                    + $"{(timer.IsPastDue ? " past due" : "")}{(timer.ScheduleStatus is null ? " no status" : "")}"
            )
        );
}
