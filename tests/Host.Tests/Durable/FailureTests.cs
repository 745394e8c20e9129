using System.Text.Json.Nodes;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Durable;

/// <summary>Activities that fail, and orchestrators that aren't deterministic.</summary>
[Collection(nameof(ProbeHost))]
public sealed class FailureTests(ProbeHost app)
{
    private readonly Instances _instances = new(app.Http);

    [Fact]
    public async Task A_failed_activity_is_tried_again_by_its_policy() =>
        Assert.Equal(("Completed", "3"), await EndAsync("CallWithRetry", 2));

    [Fact]
    public async Task After_the_last_try_the_last_failure_is_the_orchestration_s()
    {
        var (status, output) = await EndAsync("CallWithRetry", 9);

        Assert.Equal("Failed", status);
        Assert.Contains("failed with an unhandled exception: failure 3", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FailAtFirst", "failure 1; MicroCred.ProbeApp.Durable.CustomFault; System.ArgumentException; True")]
    [InlineData(
        "FailInside",
        "One or more errors occurred. (failure 9); System.AggregateException; MicroCred.ProbeApp.Durable.CustomFault; False"
    )]
    public async Task A_failed_activity_tells_its_exception_and_what_caused_it_and_one_of_an_internal_class_what_it_is_wrapped_in(
        string activity,
        string told
    )
    {
        var ended = await _instances.RunAsync("CallAndCatch", activity);

        Assert.Equal(
            $"Task '{activity}' (#0) failed with an unhandled exception: {told}",
            JsonNode.Parse((string)ended["output"]!)!.GetValue<string>()
        );
    }

    [Fact]
    public async Task A_failure_that_nobody_handles_is_the_output_in_plain_text_with_a_number_that_counts_timers_too() =>
        Assert.Equal(
            ("Failed", "Microsoft.DurableTask.TaskFailedException: Task 'FailAtFirst' (#1) failed with an unhandled exception: failure 1"),
            await EndAsync("CallAfterTimer", 9)
        );

    [Fact]
    public async Task An_activity_that_is_not_there_fails()
    {
        var (status, output) = await EndAsync("CallNobody", 0);

        Assert.Equal("Failed", status);
        Assert.StartsWith("Microsoft.DurableTask.TaskFailedException: Task 'NoSuch' (#0) failed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("activity", "previous execution of this orchestration scheduled an activity task with sequence number 0 named 'Greet'")]
    [InlineData("timer", "instead produced a CreateTimerOrchestratorAction action with this sequence number")]
    [InlineData("nothing", "hasn't (yet?) scheduled this task")]
    public async Task An_orchestrator_that_changes_its_mind_fails_as_non_deterministic(string mind, string says)
    {
        var ended = await _instances.RunAsync("ChangeItsMind", mind);

        Assert.Equal("Failed", (string?)ended["status"]);
        var output = (string)ended["output"]!;
        Assert.Contains("Non-Deterministic workflow detected", output, StringComparison.Ordinal);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_awaits_what_no_history_holds_fails()
    {
        var ended = await _instances.RunAsync("AwaitSomethingElse");

        Assert.Equal("Failed", (string?)ended["status"]);
        Assert.Contains("An invalid asynchronous invocation was detected.", (string)ended["output"]!, StringComparison.Ordinal);
    }

    private async Task<(string? Status, string Output)> EndAsync(string orchestrator, int input)
    {
        var ended = await _instances.RunAsync(orchestrator, input);
        return ((string?)ended["status"], (string)ended["output"]!);
    }
}
