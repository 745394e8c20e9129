using System.Globalization;
using MicroCred.Emulator.Durable.Clocks;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Timers;
using MicroCred.Emulator.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Timers;

/// <summary>Timer functions on a virtual clock that begins on the first of March 2026 at ten.</summary>
public sealed class TimerTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _memory = new();

    public void Dispose() => _memory.Dispose();

    [Fact]
    public async Task A_function_runs_when_it_is_due() =>
        Assert.Equal(["10:15:00", "10:30:00", "10:45:00"], await RunsAsync(typeof(Quarterly), Start, 3));

    [Fact]
    public async Task It_may_run_at_the_start_too() => Assert.Equal(["10:00:00", "10:15:00"], await RunsAsync(typeof(AtStart), Start, 2));

    [Fact]
    public async Task Runs_missed_while_the_app_was_down_are_made_up_for_once()
    {
        await RunsAsync(typeof(Quarterly), Start, 1);

        Assert.Equal(["11:10:00 past due", "11:15:00"], await RunsAsync(typeof(Quarterly), Start.AddMinutes(70), 2));
    }

    [Fact]
    public async Task A_missed_run_and_the_one_at_the_start_are_one()
    {
        await RunsAsync(typeof(AtStart), Start, 2);

        Assert.Equal(["11:10:00 past due", "11:15:00"], await RunsAsync(typeof(AtStart), Start.AddMinutes(70), 2));
    }

    [Fact]
    public async Task No_run_missed_is_none_made_up_for()
    {
        await RunsAsync(typeof(Quarterly), Start, 1);

        Assert.Equal(["10:30:00"], await RunsAsync(typeof(Quarterly), Start.AddMinutes(20), 1));
    }

    [Fact]
    public async Task A_first_start_makes_up_for_nothing() => Assert.Equal(["10:15:00"], await RunsAsync(typeof(Quarterly), Start.AddMinutes(1), 1));

    [Fact]
    public async Task Schedules_under_a_minute_are_not_remembered()
    {
        await RunsAsync(typeof(Often), Start, 1);

        Assert.Equal(["11:00:30 no status"], await RunsAsync(typeof(Often), Start.AddHours(1), 1));
    }

    [Fact]
    public async Task A_function_can_do_without_being_remembered()
    {
        await RunsAsync(typeof(Unmonitored), Start, 1);

        Assert.Equal(["11:15:00 no status"], await RunsAsync(typeof(Unmonitored), Start.AddHours(1), 1));
    }

    [Fact]
    public async Task A_failed_run_is_followed_by_the_next() => Assert.Equal(["10:15:00", "10:30:00"], await RunsAsync(typeof(Failing), Start, 2));

    [Fact]
    public async Task The_status_tells_the_run_before_and_this_one()
    {
        await RunsAsync(typeof(Quarterly), Start, 2);

        var kept = await new FileTimerMemory(_memory.Path).RecallAsync("Quarterly");
        Assert.Equal(Start.UtcDateTime.AddMinutes(30), kept!.Last);
        Assert.Equal(Start.UtcDateTime.AddMinutes(45), kept.Next);
    }

    // Starts an app, lets it run as often as wanted, and ends it before another run.
    private async Task<IReadOnlyList<string>> RunsAsync(Type functions, DateTimeOffset start, int count)
    {
        var clock = new VirtualClock(start);
        var runs = new Runs(clock, count);
        var builder = TestApp.Builder(_memory.Path, ["SCHEDULE=0 */15 * * * *"], functions);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ITimerMemory>(new FileTimerMemory(_memory.Path));
        builder.Services.AddSingleton(runs);
        using (var host = builder.Build())
        {
            using (clock.Hold())
                await host.StartAsync();
            await runs.Enough.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await host.StopAsync();
        }

        return runs.All;
    }

    internal sealed class Runs(VirtualClock clock, int wanted)
    {
        private readonly List<string> _all = [];

        public TaskCompletionSource Enough { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<string> All => _all;

        public void Add(TimerInfo timer)
        {
            var time = clock.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            _all.Add(time + (timer.IsPastDue ? " past due" : "") + (timer.ScheduleStatus is null ? " no status" : ""));
            if (_all.Count < wanted)
                return;

            // The time stands still from here on.
            clock.Enter();
            Enough.TrySetResult();
        }
    }

    internal sealed class Quarterly(Runs runs)
    {
        [Function("Quarterly")]
        public void Run([TimerTrigger("%SCHEDULE%")] TimerInfo timer) => runs.Add(timer);
    }

    internal sealed class AtStart(Runs runs)
    {
        [Function("AtStart")]
        public void Run([TimerTrigger("%SCHEDULE%", RunOnStartup = true)] TimerInfo timer) => runs.Add(timer);
    }

    internal sealed class Often(Runs runs)
    {
        [Function("Often")]
        public void Run([TimerTrigger("*/30 * * * * *")] TimerInfo timer) => runs.Add(timer);
    }

    internal sealed class Unmonitored(Runs runs)
    {
        [Function("Unmonitored")]
        public void Run([TimerTrigger("%SCHEDULE%", UseMonitor = false)] TimerInfo timer) => runs.Add(timer);
    }

    internal sealed class Failing(Runs runs)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("%SCHEDULE%")] TimerInfo timer)
        {
            runs.Add(timer);
            throw new InvalidOperationException("on purpose");
        }
    }
}
