using MicroCred.Emulator.Functions;
using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Timers;

/// <summary>Runs a timer function whenever it is due, one run at a time, as long as the app runs.</summary>
internal sealed class TimerListener(
    Function function, Schedule schedule, ITimerMemory memory, InvocationPipeline pipeline, IServiceProvider services, TimeProvider time)
{
    // A timer can't be set further ahead than some 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;
    private readonly bool _monitored = schedule.IsCoarse && ((TimerTriggerAttribute)function.Trigger).UseMonitor;
    private ScheduleStatus _status = new();

    /// <summary>Ends once told to stop and not running the function.</summary>
    /// <param name="stop">The function is not run any more.</param>
    /// <param name="abandon">The function is told that it has no more time.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        var last = await StartAsync(abandon);
        try
        {
            while (true)
            {
                var due = schedule.After(last);
                await UntilAsync(due, stop);
                await RunOnceAsync(due, isPastDue: false, abandon);
                // A run that took longer than the time to the next is not made up for.
                last = Later(due, Now());
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task<DateTime> StartAsync(CancellationToken abandon)
    {
        var now = Now();
        var known = _monitored ? await memory.RecallAsync(function.Name) : null;
        _status = known ?? Status(default, now);
        if (_monitored && known is null)
            await memory.KeepAsync(function.Name, _status);

        // One run stands for all that were missed, and for the one at the start.
        var isPastDue = known?.Next < now;
        if (isPastDue || _trigger.RunOnStartup)
            await RunOnceAsync(now, isPastDue, abandon);
        return now;
    }

    private async Task RunOnceAsync(DateTime due, bool isPastDue, CancellationToken abandon)
    {
        var info = new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = _monitored ? _status : null };
        await using (var invocation = new Invocation(function, info, BindingData.None, services, abandon))
        {
            // The pipeline logs a failure; the function is not tried again before it is due again.
            await ((Task)pipeline.RunAsync(invocation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _status = Status(due, Later(due, Now()));
        if (_monitored)
            await memory.KeepAsync(function.Name, _status);
    }

    private async Task UntilAsync(DateTime due, CancellationToken stop)
    {
        for (var left = due - Now(); left > TimeSpan.Zero; left = due - Now())
            await Task.Delay(left < LongestWait ? left : LongestWait, time, stop);
        stop.ThrowIfCancellationRequested();
    }

    private ScheduleStatus Status(DateTime last, DateTime from) => new() { Last = last, Next = schedule.After(from), LastUpdated = Now() };

    private DateTime Now() => time.GetUtcNow().UtcDateTime;

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
