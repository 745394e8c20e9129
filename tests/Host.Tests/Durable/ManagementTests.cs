using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Durable;

/// <summary>Reading and managing instances from outside.</summary>
[Collection(nameof(ProbeHost))]
public sealed class ManagementTests(ProbeHost app)
{
    private readonly Instances _instances = new(app.Http);
    private readonly string _id = $"{Guid.NewGuid():N}";

    [Fact]
    public async Task The_custom_status_comes_with_the_payloads_and_not_without()
    {
        await _instances.StartAsync("AwaitDecision", "Validating", _id);
        await _instances.UntilAsync(_id, "Running");

        Assert.Equal("\"Validating\"", (string?)(await _instances.ReadAsync(_id))!["customStatus"]);
        Assert.Null((string?)(await _instances.ReadAsync(_id, "&bare"))!["customStatus"]);
    }

    [Fact]
    public async Task A_custom_status_that_was_never_set_is_the_text_null() =>
        Assert.Equal("null", (string?)(await _instances.RunAsync("CallGreet", "Ani"))["customStatus"]);

    [Fact]
    public async Task An_unknown_instance_is_null() => Assert.Null(await _instances.ReadAsync(_id));

    [Fact]
    public async Task Terminating_ends_an_instance_with_its_reason_and_leaves_its_children_running()
    {
        var child = $"child of {_id}";
        await _instances.StartAsync("CallOneThatWaits", child, _id);
        await _instances.UntilAsync(child, "Running");

        await _instances.ManageAsync("terminate", _id, "&why=because&recursive");

        Assert.Equal(
            ("Terminated", "\"because\""),
            ((string?)(await _instances.EndAsync(_id))["status"], (string?)(await _instances.ReadAsync(_id))!["output"])
        );
        Assert.Equal("Running", (string?)(await _instances.ReadAsync(child))!["status"]);
    }

    [Theory]
    [InlineData("terminate")]
    [InlineData("suspend")]
    public async Task An_unknown_instance_is_not_found_and_one_that_has_ended_a_failed_precondition(string act)
    {
        Assert.Equal("NotFound", (await Instances.FaultAsync(_instances.TryManageAsync(act, _id))).Status);
        await _instances.StartAsync("CallGreet", "Ani", _id);
        await _instances.EndAsync(_id);
        Assert.Equal("FailedPrecondition", (await Instances.FaultAsync(_instances.TryManageAsync(act, _id))).Status);
    }

    [Fact]
    public async Task Purging_deletes_what_has_ended_counts_the_unknown_as_none_and_refuses_what_runs()
    {
        Assert.Equal(0, (int?)(await _instances.ManageAsync("purge", _id))!["purged"]);
        await _instances.StartAsync("AwaitDecision", id: _id);
        await _instances.UntilAsync(_id, "Running");
        Assert.Equal("System.InvalidOperationException", (await Instances.FaultAsync(_instances.TryManageAsync("purge", _id))).Type);
        await _instances.RaiseAsync(_id, "Decision", "approve");
        await _instances.EndAsync(_id);

        Assert.Equal(1, (int?)(await _instances.ManageAsync("purge", _id))!["purged"]);

        Assert.Null(await _instances.ReadAsync(_id));
    }

    [Fact]
    public async Task Restarting_an_unknown_instance_is_an_argument_exception() =>
        Assert.Equal("System.ArgumentException", (await Instances.FaultAsync(_instances.TryManageAsync("restart", _id))).Type);
}
