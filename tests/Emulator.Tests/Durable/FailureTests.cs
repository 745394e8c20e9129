using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class FailureTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task A_failed_activity_is_a_task_failed_exception_with_what_went_wrong()
    {
        Functions.Activity("Fail", (string _) => Fault());
        Functions.Orchestrator("Try", async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("Fail");
            }
            catch (TaskFailedException failed)
            {
                var details = failed.FailureDetails;
                return string.Join(
                    "; ",
                    failed.Message,
                    failed.TaskName,
                    failed.TaskId,
                    details.ErrorType,
                    details.ErrorMessage,
                    details.InnerFailure!.ErrorType,
                    details.IsCausedBy<CustomFault>(),
                    details.IsCausedBy<InvalidOperationException>(),
                    details.IsCausedBy<ArgumentException>());
            }
        });

        Assert.Equal(
            "Task 'Fail' (#0) failed with an unhandled exception: custom x; Fail; 0; "
            + "MicroCred.Emulator.Tests.Durable.World.CustomFault; custom x; System.ArgumentException; True; True; False",
            (await RunAsync("Try")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_exception_that_nobody_handles_fails_the_instance_and_is_its_output_in_plain_text()
    {
        Functions.Activity("Fail", (string _) => Fault());
        Functions.Orchestrator("Try", context => context.CallActivityAsync<string>("Fail"));

        var ended = await RunAsync("Try");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Null(ended.FailureDetails);
        Assert.Equal(
            "Microsoft.DurableTask.TaskFailedException: Task 'Fail' (#0) failed with an unhandled exception: custom x", ended.SerializedOutput);
    }

    [Fact]
    public async Task Numbers_of_calls_count_timers_too()
    {
        Functions.Activity("Fail", (string _) => Fault());
        Functions.Orchestrator("Try", async context =>
        {
            await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
            await context.CallActivityAsync("Fail");
        });

        Assert.Contains("Task 'Fail' (#1) failed", (await RunAsync("Try")).SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_awaited_failure_counts_when_the_code_handles_it()
    {
        Functions.Activity("Fail", (string _) => Fault());
        Functions.Activity("Work", (string _) => "done");
        Functions.Orchestrator("Try", async context =>
        {
            try
            {
                await context.CallActivityAsync("Fail");
            }
            catch (TaskFailedException)
            {
            }

            return await context.CallActivityAsync<string>("Work");
        });

        Assert.Equal("done", (await RunAsync("Try")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_unknown_activity_is_a_task_failed_exception()
    {
        Functions.Orchestrator("Try", context => context.CallActivityAsync("NoSuch"));

        Assert.Contains(
            "Task 'NoSuch' (#0) failed with an unhandled exception: The function 'NoSuch' doesn't exist, is disabled, or is not an activity function.",
            (await RunAsync("Try")).SerializedOutput,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_orchestrator_starts_and_fails()
    {
        var ended = await RunAsync("NoSuch");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.StartsWith(
            "{\"message\":\"The function \\u0027NoSuch\\u0027 doesn\\u0027t exist, is disabled, or is not an orchestrator function. Additional info: ",
            ended.SerializedOutput,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_without_a_result_gives_the_default()
    {
        Functions.Activity("Nothing", (string _) => (string?)null);
        Functions.Orchestrator("Try", async context => await context.CallActivityAsync<string?>("Nothing") ?? "nothing");

        Assert.Equal("nothing", (await RunAsync("Try")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Options_where_the_input_belongs_are_refused()
    {
        Functions.Orchestrator("Try", context => context.CallActivityAsync("Nothing", (object)new TaskOptions()));

        Assert.StartsWith(
            "System.ArgumentException: A TaskOptions value was provided for the activity input",
            (await RunAsync("Try")).SerializedOutput,
            StringComparison.Ordinal);
    }

    private static string Fault() => throw new CustomFault("custom x", new ArgumentException("inner"));

    public sealed class InMemory() : FailureTests(StoreKind.Memory);

    public sealed class OnTables() : FailureTests(StoreKind.Tables);
}
