using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class SubOrchestrationTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task A_sub_orchestration_gives_its_result()
    {
        Functions.Orchestrator("Child", context => Task.FromResult($"for {context.GetInput<string>()}"));
        Functions.Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", "mito"));

        Assert.Equal("for mito", (await RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task It_knows_its_parent_and_has_the_id_that_it_was_given()
    {
        Functions.Orchestrator("Child", context => Task.FromResult($"{context.InstanceId} of {context.Parent!.Name} {context.Parent.InstanceId}"));
        Functions.Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "the-child")));

        Assert.Equal("the-child of Parent the-parent", (await RunAsync("Parent", instanceId: "the-parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Without_an_id_it_gets_one_that_is_the_same_at_each_replay()
    {
        Functions.Orchestrator("Child", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return context.InstanceId;
        });
        Functions.Orchestrator("Parent", async context => new[]
        {
            await context.CallSubOrchestratorAsync<string>("Child"),
            await context.CallSubOrchestratorAsync<string>("Child"),
        });

        var ids = (await RunAsync("Parent")).ReadOutputAs<string[]>()!;

        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "N", out _)));
    }

    [Fact]
    public async Task Its_failure_says_what_failed_in_it()
    {
        Functions.Activity("Fail", string (string _) => throw new CustomFault("custom x"));
        Functions.Orchestrator("Child", context => context.CallActivityAsync("Fail"));
        Functions.Orchestrator("Parent", async context =>
        {
            try
            {
                await context.CallSubOrchestratorAsync("Child");
                return "no failure";
            }
            catch (TaskFailedException failed)
            {
                var details = failed.FailureDetails;
                return $"{failed.Message}; {details.ErrorType}; {details.InnerFailure!.ErrorType}; "
                    + $"{details.IsCausedBy<TaskFailedException>()}; {details.InnerFailure.IsCausedBy<CustomFault>()}";
            }
        });

        Assert.Equal(
            "Task 'Child' (#0) failed with an unhandled exception: Task 'Fail' (#0) failed with an unhandled exception: custom x; "
            + "Microsoft.DurableTask.TaskFailedException; MicroCred.Emulator.Tests.Durable.World.CustomFault; True; True",
            (await RunAsync("Parent")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task One_that_is_terminated_is_a_failure_for_its_parent()
    {
        Functions.Orchestrator("Child", context => context.WaitForExternalEvent<string>("Never"));
        Functions.Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "the-child")));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await Client.WaitForInstanceStartAsync("the-child");

        await Client.TerminateInstanceAsync("the-child", "because");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task An_id_that_another_running_instance_has_is_a_failure()
    {
        Functions.Orchestrator("Child", context => context.WaitForExternalEvent<string>("Never"));
        Functions.Orchestrator("Parent", context => context.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "taken")));
        await Client.ScheduleNewOrchestrationInstanceAsync("Child", new StartOrchestrationOptions("taken"));

        var ended = await RunAsync("Parent");

        Assert.Contains("An Orchestration instance with the ID taken already exists.", ended.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_run_side_by_side()
    {
        Functions.Orchestrator("Child", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return context.GetInput<int>();
        });
        Functions.Orchestrator("Parent", async context =>
        {
            var parts = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => context.CallSubOrchestratorAsync<int>("Child", number)));
            return parts.Sum();
        });
        var began = Clock.GetUtcNow();

        var ended = await RunAsync("Parent");

        Assert.Equal(55, ended.ReadOutputAs<int>());
        Assert.Equal(began.AddDays(1), ended.LastUpdatedAt);
    }

    public sealed class InMemory() : SubOrchestrationTests(StoreKind.Memory);

    public sealed class OnTables() : SubOrchestrationTests(StoreKind.Tables);
}
