using MicroCred.Host.Storage;
using MicroCred.Host.Tests.Durable;
using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;

namespace MicroCred.Host.Tests.Processes;

/// <summary>Two Hosts on one storage account, like two instances in Azure.</summary>
public sealed class TwoHostsTests : IAsyncLifetime, IDisposable
{
    private readonly Probe _probe = new();
    private readonly TemporaryFolder _folder = new();
    private Azurite _azurite = null!;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        _probe.Settings = _probe.Settings with { Storage = _azurite.ConnectionString };
    }

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    public void Dispose()
    {
        _probe.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task They_share_the_work_and_an_event_told_to_one_reaches_an_instance_that_the_other_holds()
    {
        await using var one = await StartAsync("one");
        await using var other = await StartAsync("other");
        var (ofOne, ofOther) = (new Instances(one.Http), new Instances(other.Http));

        var ids = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? ofOne : ofOther).StartAsync("AwaitDecision"))
        );
        await Task.WhenAll(ids.Select(id => ofOne.UntilAsync(id, "Running")));
        await Task.WhenAll(ids.Select((id, number) => (number % 2 == 0 ? ofOther : ofOne).RaiseAsync(id, "Decision", "approve")));

        Assert.All(await Task.WhenAll(ids.Select(ofOne.EndAsync)), ended => Assert.Equal("Completed", (string?)ended["status"]));
    }

    [Fact]
    public async Task A_timer_runs_in_one_of_them_alone()
    {
        _probe.Settings = _probe.Settings.With("MINUTE_SCHEDULE", "0 * * * * *");
        await using var one = await StartAsync("one");
        await using var other = await StartAsync("other");

        var next = DateTime.UtcNow.AddMinutes(1);
        await Patience.UntilAsync(
            () => DateTime.UtcNow.Minute == next.Minute && DateTime.UtcNow.Second is >= 10 and < 50,
            () => "A minute should have passed.",
            3 * Patience.Limit
        );

        var runs = _probe.Journal.Where(line => line.StartsWith("EachMinute ", StringComparison.Ordinal)).ToList();
        Assert.Equal(runs.Select(run => run.Split(':')[1]).Distinct(), runs.Select(run => run.Split(':')[1]));
        Assert.NotEmpty(runs);
    }

    [Fact]
    public async Task Where_one_is_killed_the_other_takes_over_what_it_held()
    {
        await using var one = await StartAsync("one");
        await using var other = await StartAsync("other");
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Instances(one.Http).StartAsync("AwaitDecision")));
        await Task.WhenAll(ids.Select(id => new Instances(other.Http).UntilAsync(id, "Running")));

        await one.KillBothAsync();
        var left = new Instances(other.Http);
        await Task.WhenAll(ids.Select(id => left.RaiseAsync(id, "Decision", "approve")));

        Assert.All(await Task.WhenAll(ids.Select(left.EndAsync)), ended => Assert.Equal("\"approve\"", (string?)ended["output"]));
    }

    private Task<HostProcess> StartAsync(string id) =>
        HostProcess.StartAsync((_probe.Settings with { DataPath = _folder[id] }).With("Host__Id", id));
}
