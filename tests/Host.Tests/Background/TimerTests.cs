using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.Background;

/// <summary>Timers run on a schedule from a setting, and make up for missed runs.</summary>
public sealed class TimerTests : IDisposable
{
    private readonly Probe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task A_timer_of_seconds_runs_without_a_status_and_one_that_runs_at_the_start_does()
    {
        _probe.Settings = _probe.Settings.With("SECOND_SCHEDULE", "*/2 * * * * *");
        await using var host = await HostProcess.StartAsync(_probe.Settings);

        await Patience.UntilAsync(() => Runs("EachSecond").Count() >= 2, Journal);
        await Patience.UntilAsync(() => Runs("AtStart").Any(), Journal);

        Assert.All(Runs("EachSecond"), run => Assert.EndsWith(" no status", run, StringComparison.Ordinal));
        Assert.DoesNotContain("past due", Runs("AtStart").Single(), StringComparison.Ordinal);
        Assert.Empty(Runs("EachMinute"));
    }

    [Fact]
    public async Task Ticks_missed_while_the_host_was_down_are_one_run_past_due_and_one_with_that_at_the_start()
    {
        _probe.Settings = _probe.Settings.With("MINUTE_SCHEDULE", "0 * * * * *");
        await using (await HostProcess.StartAsync(_probe.Settings))
        {
            await Patience.UntilAsync(() => Runs("EachMinute").Any(), Journal, TimeSpan.FromMinutes(2));
        }

        var (before, atStartBefore) = (Runs("EachMinute").Count(), Runs("AtStart").Count());
        var down = DateTime.UtcNow;
        await Patience.UntilAsync(
            () => DateTime.UtcNow.Minute != down.Minute && DateTime.UtcNow.Second >= 2,
            () => "A minute should have passed.",
            TimeSpan.FromMinutes(2)
        );

        await using var again = await HostProcess.StartAsync(_probe.Settings);
        await Patience.UntilAsync(
            () => Runs("EachMinute").Count() > before && Runs("AtStart").Count() > atStartBefore,
            Journal,
            TimeSpan.FromMinutes(2)
        );

        Assert.EndsWith(" past due", Runs("EachMinute").ElementAt(before), StringComparison.Ordinal);
        Assert.EndsWith(" past due", Runs("AtStart").ElementAt(atStartBefore), StringComparison.Ordinal);
        Assert.Single(Runs("EachMinute"), run => run.EndsWith(" past due", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timer_whose_setting_is_missing_is_in_error_alone()
    {
        var app = _probe.CopyOfTheApp();
        var file = Path.Combine(app, "local.settings.json");
        await File.WriteAllTextAsync(
            file,
            (await File.ReadAllTextAsync(file)).Replace("UNSET_SCHEDULE", "ANOTHER_SCHEDULE", StringComparison.Ordinal)
        );

        await using var host = await HostProcess.StartAsync(_probe.Settings with { App = app });

        Assert.Equal("Plain", await host.Http.GetStringAsync("/plain"));
        Assert.Contains("'%UNSET_SCHEDULE%' does not resolve to a value", host.Log, StringComparison.Ordinal);
    }

    private IEnumerable<string> Runs(string timer) => _probe.Journal.Where(line => line.StartsWith($"{timer} ", StringComparison.Ordinal));

    private string Journal() => string.Join('\n', _probe.Journal);
}
