using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.Background;

/// <summary>The worker's hosted services, and shutdown.</summary>
public sealed class HostedServiceTests : IDisposable
{
    private readonly Probe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task They_start_before_the_first_invocation_and_SIGTERM_lets_what_is_in_flight_finish_before_they_stop()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);
        var request = host.Http.GetStringAsync("/waiting/seconds/3");
        await _probe.JournalSaysAsync("request begins");
        var worker = host.Worker!.Value;

        await host.TerminateAsync();

        Assert.Equal($"{worker}", await request);
        Assert.Equal(0, host.ExitCode);
        var steps = _probe
            .Journal.Where(line =>
                line.StartsWith("service ", StringComparison.Ordinal)
                || line.StartsWith("request ", StringComparison.Ordinal)
                || line.StartsWith("AtStart ", StringComparison.Ordinal)
            )
            .Select(line => line.Split(' ') is ["AtStart", ..] ? "timer runs" : line)
            .ToList();
        Assert.Equal(["service starting", "service start"], steps[..2]);
        Assert.True(steps.IndexOf("service start") < steps.IndexOf("timer runs"), string.Join(", ", steps));
        Assert.Equal(["request ends", "service stopping", "service stop", "service stopped"], steps[^4..]);
    }

    [Fact]
    public async Task SIGTERM_lets_a_message_and_an_activity_finish()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);
        var queue = _probe.Queue("slow");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("one");
        var id = await new MicroCred.Host.Tests.Durable.Instances(host.Http).StartAsync("CallWorkFor", 3);
        await _probe.JournalSaysAsync("slow one begins");
        await _probe.JournalSaysAsync($"{id} works");

        await host.TerminateAsync();

        Assert.Contains("slow one ends", _probe.Journal);
        Assert.Contains($"{id} has worked", _probe.Journal);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_as_SIGTERM_does()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);

        await Signal.InterruptAsync(host.Id);
        await host.EndAsync();

        Assert.Equal(0, host.ExitCode);
        Assert.Contains("service stopped", _probe.Journal);
    }
}
