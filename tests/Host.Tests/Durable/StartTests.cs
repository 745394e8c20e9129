using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Durable;

/// <summary>Starting orchestrations, above all with the same id.</summary>
[Collection(nameof(ProbeHost))]
public sealed class StartTests(ProbeHost app)
{
    private const string AlreadyThere = "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";

    private readonly Instances _instances = new(app.Http);
    private readonly string _id = $"{Guid.NewGuid():N}";

    // Starts that arrive before the first is written aren't refused, but the engine drops them later.
    [Fact]
    public async Task Of_eight_starts_of_one_id_at_once_exactly_one_runs()
    {
        var starts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => _instances.TryStartAsync("GreetAndAwaitDecision", $"{number}", _id))
        );
        Assert.Contains(starts, start => start.IsSuccessStatusCode);
        await _instances.UntilAsync(_id, "Running");
        await _instances.RaiseAsync(_id, "Decision", "approve");

        Assert.Equal("\"approve\"", (string?)(await _instances.EndAsync(_id))["output"]);
        Assert.Single(app.Probe.Journal, line =>
            line.StartsWith("greeted ", StringComparison.Ordinal) && line.EndsWith(_id, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_id_that_runs_is_not_started_again()
    {
        await _instances.StartAsync("AwaitDecision", id: _id);

        var (_, _, message) = await Instances.FaultAsync(_instances.TryStartAsync("AwaitDecision", id: _id));

        Assert.Contains($"An Orchestration instance with the ID {_id} already exists.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_suspended_is_not_started_again()
    {
        await _instances.StartAsync("AwaitDecision", id: _id);
        await _instances.ManageAsync("suspend", _id);
        await _instances.UntilAsync(_id, "Suspended");

        var (type, _, _) = await Instances.FaultAsync(_instances.TryStartAsync("AwaitDecision", id: _id));

        Assert.Equal(AlreadyThere, type);
    }

    [Fact]
    public async Task An_id_that_has_ended_is_started_again_and_forgets_what_it_was()
    {
        await _instances.StartAsync("AwaitDecision", "first", _id);
        await _instances.RaiseAsync(_id, "Decision", "approve");
        await _instances.EndAsync(_id);

        await _instances.StartAsync("AwaitDecision", "second", _id);

        var again = await _instances.UntilAsync(_id, "Running");
        Assert.Equal(("\"second\"", null), ((string?)again["input"], (string?)again["output"]));
    }

    [Fact]
    public async Task A_status_to_dedupe_by_makes_that_start_fail()
    {
        await _instances.StartAsync("CallGreet", "Ani", _id);
        await _instances.EndAsync(_id);

        var (type, _, _) = await Instances.FaultAsync(
            _instances.TryStartAsync("CallGreet", "Ani", _id, "&dedupe=Completed,Failed,Terminated")
        );
        Assert.Equal(AlreadyThere, type);
        await _instances.StartAsync("CallGreet", "Ani", _id, "&dedupe=Failed");
    }

    [Fact]
    public async Task A_start_in_the_future_is_pending_until_then_and_begins()
    {
        await _instances.StartAsync("CallGreet", "Ani", _id, "&seconds=8");

        Assert.Equal("Pending", (string?)(await _instances.ReadAsync(_id))!["status"]);
        Assert.Equal("\"Kia ora Ani\"", (string?)(await _instances.EndAsync(_id))["output"]);
    }

    [Fact]
    public async Task An_id_may_hold_signs_but_not_begin_with_an_at()
    {
        var id = $"a:b {_id}";
        await _instances.StartAsync("CallGreet", "Ani", id);
        Assert.Equal("Completed", (string?)(await _instances.EndAsync(id))["status"]);

        var (type, _, _) = await Instances.FaultAsync(_instances.TryStartAsync("CallGreet", "Ani", $"@{_id}"));
        Assert.Equal("System.ArgumentException", type);
    }

    [Fact]
    public async Task An_orchestrator_that_is_not_there_is_started_and_fails()
    {
        var ended = await _instances.RunAsync("NoSuch");

        Assert.Equal("Failed", (string?)ended["status"]);
        Assert.Contains("doesn't exist, is disabled, or is not an orchestrator function", Text(ended), StringComparison.Ordinal);
    }

    private static string Text(System.Text.Json.Nodes.JsonNode instance) =>
        ((string)instance["output"]!).Replace("\\u0027", "'", StringComparison.Ordinal);
}
