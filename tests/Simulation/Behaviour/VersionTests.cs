using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.Simulation.Behaviour;

/// <summary>Instances under way when new code is deployed.</summary>
public sealed class VersionTests() : SimulationTest(typeof(First))
{
    [Fact]
    public async Task An_instance_keeps_the_version_that_it_was_started_with_while_the_code_moves_on()
    {
        var old = await StartAsync();
        Simulation.Deploy([typeof(Second)], "2.0");
        var next = await StartAsync();

        Assert.Equal(("first", "second"), (await EndAsync(old), await EndAsync(next)));
    }

    [Fact]
    public async Task Older_code_leaves_a_newer_instance_alone_until_newer_code_is_back()
    {
        Simulation.Deploy([typeof(Second)], "2.0");
        var id = await StartAsync();
        Simulation.Deploy([typeof(First)], "1.0");
        await Client.RaiseEventAsync(id, "Go");

        await Simulation.PassAsync(TimeSpan.FromDays(30));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await Client.GetInstanceAsync(id))!.RuntimeStatus);

        Simulation.Deploy([typeof(Second)], "2.0");
        Assert.Equal("second", await EndAsync(id, isTold: true));
    }

    [Fact]
    public async Task Code_that_does_otherwise_than_an_instance_has_done_fails_it()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Ask");
        await Client.WaitForInstanceStartAsync(id);
        Simulation.Deploy([typeof(Second)], "2.0");
        await Client.RaiseEventAsync(id, "Go");

        var ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.StartsWith(
            "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException",
            ended.SerializedOutput,
            StringComparison.Ordinal
        );
    }

    private async Task<string> StartAsync()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Write");
        await Client.WaitForInstanceStartAsync(id);
        return id;
    }

    private async Task<string> EndAsync(string id, bool isTold = false)
    {
        if (!isTold)
        {
            await Client.RaiseEventAsync(id, "Go");
        }

        return (await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true)).ReadOutputAs<string>()!;
    }

    public static class First
    {
        [Function("Write")]
        public static async Task<string> WriteAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.WaitForExternalEvent<string?>("Go");
            return "first";
        }

        [Function("Ask")]
        public static async Task AskAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync<int>("Answer", 1);
            await context.WaitForExternalEvent<string?>("Go");
        }

        [Function("Answer")]
        public static int Answer([ActivityTrigger] int number) => number;
    }

    public static class Second
    {
        /// <summary>The newer version's changes, including those that would break waiting instances.</summary>
        [Function("Write")]
        public static async Task<string> WriteAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.WaitForExternalEvent<string?>("Go");
            if (context.CompareVersionTo("2.0") < 0)
            {
                return "first";
            }

            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return "second";
        }

        [Function("Ask")]
        public static Task AskAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string?>("Go");
    }
}
