using System.Text.Json.Nodes;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Durable;

/// <summary>Events that reach an orchestration, and events that can't.</summary>
[Collection(nameof(ProbeHost))]
public sealed class EventTests(ProbeHost app)
{
    private readonly Instances _instances = new(app.Http);
    private readonly string _id = $"{Guid.NewGuid():N}";

    [Fact]
    public async Task An_event_that_comes_before_it_is_waited_for_is_kept_whatever_its_name_s_case()
    {
        await _instances.StartAsync("AwaitGoThenDecision", id: _id);
        await _instances.RaiseAsync(_id, "DECISION", "early");
        await _instances.RaiseAsync(_id, "Go", "go");

        Assert.Equal("\"early\"", (string?)(await _instances.EndAsync(_id))["output"]);
    }

    [Fact]
    public async Task A_burst_of_events_outlives_every_continuing_as_new()
    {
        await _instances.StartAsync("CollectNumbers", new JsonObject { ["wanted"] = 3, ["numbers"] = new JsonArray() }, _id);
        for (var number = 1; number <= 3; number++)
        {
            await _instances.RaiseAsync(_id, "Number", number);
        }

        Assert.Equal("[1,2,3]", (string?)(await _instances.EndAsync(_id))["output"]);
    }

    [Fact]
    public async Task An_event_for_a_suspended_instance_is_kept_until_it_is_resumed()
    {
        await _instances.StartAsync("AwaitDecision", id: _id);
        await _instances.ManageAsync("suspend", _id, "&why=a%20pause");
        var suspended = await _instances.UntilAsync(_id, "Suspended");
        Assert.Equal("a pause", ((string)suspended["output"]!).Trim('"'));
        await _instances.RaiseAsync(_id, "Decision", "approve");

        await _instances.ManageAsync("resume", _id);

        Assert.Equal("\"approve\"", (string?)(await _instances.EndAsync(_id))["output"]);
    }

    [Fact]
    public async Task An_event_for_an_unknown_instance_is_refused_as_not_found()
    {
        var (type, status, message) = await Instances.FaultAsync(_instances.TryRaiseAsync(_id, "Decision", "approve"));

        Assert.Equal(("Grpc.Core.RpcException", "NotFound"), (type, status));
        Assert.Contains($"No instance with ID '{_id}' was found.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_for_an_instance_that_has_ended_is_refused_as_a_failed_precondition()
    {
        await _instances.StartAsync("CallGreet", "Ani", _id);
        await _instances.EndAsync(_id);

        var (type, status, message) = await Instances.FaultAsync(_instances.TryRaiseAsync(_id, "Decision", "approve"));

        Assert.Equal(("Grpc.Core.RpcException", "FailedPrecondition"), (type, status));
        Assert.Contains("The orchestration instance with the provided instance id is not running.", message, StringComparison.Ordinal);
    }
}
