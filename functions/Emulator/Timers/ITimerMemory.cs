using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Timers;

/// <summary>Remembers when timer functions were due, so that a run missed while the app was down is made up for.</summary>
internal interface ITimerMemory
{
    /// <summary>The state of a function's schedule; null when it has never run here.</summary>
    Task<ScheduleStatus?> RecallAsync(string function);

    Task KeepAsync(string function, ScheduleStatus status);
}
