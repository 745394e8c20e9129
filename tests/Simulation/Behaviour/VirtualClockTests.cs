using MicroCred.Simulation.Engine;

namespace MicroCred.Simulation.Behaviour;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly VirtualClock _clock = new(Start);

    [Fact]
    public async Task It_stands_still_until_it_is_moved()
    {
        var delay = Task.Delay(TimeSpan.FromDays(40), _clock);

        await _clock.MoveToAsync(Start.AddDays(39));
        Assert.Equal((false, Start.AddDays(39)), (delay.IsCompleted, _clock.GetUtcNow()));

        await _clock.MoveToAsync(Start.AddDays(40));
        await delay;
        Assert.Equal(Start.AddDays(40), _clock.GetUtcNow());
    }

    [Fact]
    public async Task Timers_fire_each_at_its_own_time_in_the_order_in_which_they_are_due_and_then_in_which_they_were_set()
    {
        var fired = new List<(string Name, DateTimeOffset At)>();
        foreach (var (name, days) in new[] { ("late", 2), ("early", 1), ("late too", 2), ("never", 9) })
        {
            _ = _clock.CreateTimer(_ => fired.Add((name, _clock.GetUtcNow())), null, TimeSpan.FromDays(days), Timeout.InfiniteTimeSpan);
        }

        await _clock.MoveToAsync(Start.AddDays(3));

        Assert.Equal([("early", Start.AddDays(1)), ("late", Start.AddDays(2)), ("late too", Start.AddDays(2))], fired);
        Assert.Equal(Start.AddDays(9), _clock.NextDue);
    }

    [Fact]
    public async Task A_timer_can_be_set_anew_or_given_up()
    {
        var fired = new List<string>();
        var givenUp = _clock.CreateTimer(_ => fired.Add("given up"), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan);
        var setAnew = _clock.CreateTimer(
            _ => fired.Add($"day {_clock.GetUtcNow().Day}"),
            null,
            TimeSpan.FromDays(1),
            Timeout.InfiniteTimeSpan
        );
        await givenUp.DisposeAsync();
        setAnew.Change(TimeSpan.FromDays(5), Timeout.InfiniteTimeSpan);

        await _clock.MoveToAsync(Start.AddDays(10));

        Assert.Equal(["day 10"], fired);
    }

    [Fact]
    public async Task A_timer_with_a_period_goes_on()
    {
        var at = new List<DateTimeOffset>();
        await using var timer = _clock.CreateTimer(_ => at.Add(_clock.GetUtcNow()), null, TimeSpan.FromHours(1), TimeSpan.FromHours(2));

        await _clock.MoveToAsync(Start.AddHours(6));

        Assert.Equal([Start.AddHours(1), Start.AddHours(3), Start.AddHours(5)], at);
    }

    [Fact]
    public async Task It_measures_its_own_time()
    {
        var before = _clock.GetTimestamp();

        await _clock.MoveToAsync(Start.AddDays(1));

        Assert.Equal(TimeSpan.FromDays(1), _clock.GetElapsedTime(before));
    }
}
