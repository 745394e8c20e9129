using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

/// <summary>What <c>defaultVersion</c>, <c>versionMatchStrategy</c> and <c>versionFailureStrategy</c> of host.json do.</summary>
public abstract class VersionTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task An_instance_keeps_the_version_that_it_was_started_with_while_the_code_moves_on()
    {
        Functions.Activity("Letter", (string text) => text);
        Functions.Orchestrator("Write", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            // What a newer version does otherwise, and what it would break for those that wait.
            return context.CompareVersionTo("2.0") >= 0
                ? await context.CallActivityAsync<string>("Letter", "new")
                : "old";
        });
        await BecomeAsync("1.0");
        var old = await Client.ScheduleNewOrchestrationInstanceAsync("Write");

        await BecomeAsync("2.0");
        var next = await Client.ScheduleNewOrchestrationInstanceAsync("Write");
        await Client.RaiseEventAsync(old, "Go");
        await Client.RaiseEventAsync(next, "Go");

        Assert.Equal("old", (await EndOfAsync(old)).ReadOutputAs<string>());
        Assert.Equal("new", (await EndOfAsync(next)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_version_is_handed_on_to_the_next_run_and_to_the_code_of_a_called_orchestration()
    {
        Functions.Orchestrator("Twice", async context =>
        {
            if (context.GetInput<string>() is null)
            {
                context.ContinueAsNew(await context.CallSubOrchestratorAsync<string>("Inner"));
                return "";
            }

            return context.GetInput<string>() + " " + context.Version;
        });
        Functions.Orchestrator("Inner", context => Task.FromResult(context.Version));
        await BecomeAsync("1.2");

        Assert.Equal("1.2 1.2", (await RunAsync("Twice")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Older_code_leaves_a_newer_instance_alone_until_newer_code_is_back()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Go"));
        await BecomeAsync("2.0");
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await BecomeAsync("1.0");
        var refused = await Assert.ThrowsAsync<RpcException>(() => Client.RaiseEventAsync(id, "Go", "lost"));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Contains("The orchestration version '2.0' is greater than the worker version '1.0'.", refused.Message, StringComparison.Ordinal);
        Assert.True((await StateOfAsync(id)).IsRunning);

        await BecomeAsync("2.0");
        await Client.RaiseEventAsync(id, "Go", "found");
        Assert.Equal("found", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_newer_instance_fails_where_the_settings_say_so()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Go"));
        await BecomeAsync("2.0");
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        Options = Options with { VersionFailureStrategy = VersionFailureStrategy.Fail };
        await BecomeAsync("1.0");
        await Assert.ThrowsAsync<RpcException>(() => Client.RaiseEventAsync(id, "Go"));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await EndOfAsync(id)).RuntimeStatus);
    }

    [Theory]
    [InlineData(VersionMatchStrategy.None, "1.0", "9.0", true)]
    [InlineData(VersionMatchStrategy.Strict, "1.0", "1.0", true)]
    [InlineData(VersionMatchStrategy.Strict, "2.0", "1.0", false)]
    [InlineData(VersionMatchStrategy.Strict, "2.0", null, false)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "2.0", "1.9", true)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "2.0", null, true)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "2.9", "2.10", false)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, null, "3.0", true)]
    internal void Code_runs_what_its_match_strategy_lets_it(VersionMatchStrategy strategy, string? current, string? instance, bool mayRun) =>
        Assert.Equal(mayRun, new Versions(current, strategy, VersionFailureStrategy.Reject).Objection(instance) is null);

    /// <summary>Deploys code of another version.</summary>
    private Task BecomeAsync(string version)
    {
        Options = Options with { DefaultVersion = version };
        return RestartEngineAsync();
    }
}
