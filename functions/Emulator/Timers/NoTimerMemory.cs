using MicroCred.Emulator.Worker;

namespace MicroCred.Emulator.Timers;

/// <summary>Remembers nothing: a simulation begins anew each time.</summary>
internal sealed class NoTimerMemory : ITimerMemory
{
    public Task<ScheduleStatus?> RecallAsync(string function) => Task.FromResult<ScheduleStatus?>(null);

    public Task KeepAsync(string function, ScheduleStatus status) => Task.CompletedTask;
}
