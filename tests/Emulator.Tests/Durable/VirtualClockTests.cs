using MicroCred.Emulator.Durable.Clocks;

namespace MicroCred.Emulator.Tests.Durable;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly VirtualClock _clock = new(Start);

    [Fact]
    public async Task It_jumps_to_the_next_timer_when_nothing_is_under_way()
    {
        await Task.Delay(TimeSpan.FromDays(40), _clock);

        Assert.Equal(Start.AddDays(40), _clock.GetUtcNow());
    }

    [Fact]
    public async Task It_stands_still_while_something_is_under_way()
    {
        var hold = _clock.Hold();
        var delay = Task.Delay(TimeSpan.FromDays(1), _clock);
        await Task.Delay(50);
        Assert.Equal((false, Start), (delay.IsCompleted, _clock.GetUtcNow()));

        hold.Dispose();
        await delay;

        Assert.Equal(Start.AddDays(1), _clock.GetUtcNow());
    }

    [Fact]
    public async Task Timers_go_in_the_order_in_which_they_are_due_and_then_in_which_they_were_set()
    {
        var fired = new List<(string, DateTimeOffset)>();
        var done = new TaskCompletionSource();
        using (_clock.Hold())
        {
            foreach (var (name, days) in new[] { ("late", 2), ("early", 1), ("late too", 2), ("last", 3) })
                _ = _clock.CreateTimer(Fire, name, TimeSpan.FromDays(days), Timeout.InfiniteTimeSpan);
        }

        await done.Task;
        Assert.Equal([("early", Start.AddDays(1)), ("late", Start.AddDays(2)), ("late too", Start.AddDays(2)), ("last", Start.AddDays(3))], fired);

        void Fire(object? name)
        {
            fired.Add(((string)name!, _clock.GetUtcNow()));
            if (fired.Count == 4)
                done.SetResult();
        }
    }

    [Fact]
    public async Task A_timer_can_be_set_anew_or_given_up()
    {
        var fired = 0;
        using (_clock.Hold())
        {
            var givenUp = _clock.CreateTimer(_ => fired += 100, null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
            await givenUp.DisposeAsync();
            var setAnew = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
            setAnew.Change(TimeSpan.FromDays(5), Timeout.InfiniteTimeSpan);
        }

        await Task.Delay(TimeSpan.FromDays(10), _clock);

        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task A_timer_with_a_period_goes_on()
    {
        var at = new List<DateTimeOffset>();
        var done = new TaskCompletionSource();
        ITimer? timer = null;
        using (_clock.Hold())
            timer = _clock.CreateTimer(Tick, null, TimeSpan.FromHours(1), TimeSpan.FromHours(2));

        await done.Task;
        Assert.Equal([Start.AddHours(1), Start.AddHours(3), Start.AddHours(5)], at);

        void Tick(object? state)
        {
            at.Add(_clock.GetUtcNow());
            if (at.Count < 3)
                return;

            timer!.Dispose();
            done.TrySetResult();
        }
    }

    [Fact]
    public void It_measures_its_own_time()
    {
        Assert.Equal(TimeSpan.Zero, _clock.GetElapsedTime(_clock.GetTimestamp()));
    }
}
