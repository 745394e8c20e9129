using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class PayloadTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task Payloads_beyond_what_a_property_holds_go_through_whole()
    {
        Functions.Activity("Echo", (string text) => text);
        Functions.Orchestrator("Echo", async context =>
        {
            context.SetCustomStatus(Text(100_000, 's'));
            var echoed = await context.CallActivityAsync<string>("Echo", context.GetInput<string>());
            return echoed + await context.WaitForExternalEvent<string>("More");
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Echo", Text(300_000, 'i'));
        await Client.RaiseEventAsync(id, "More", Text(400_000, 'e'));

        var ended = await EndOfAsync(id);

        Assert.Equal(Text(300_000, 'i'), ended.ReadInputAs<string>());
        Assert.Equal(Text(300_000, 'i') + Text(400_000, 'e'), ended.ReadOutputAs<string>());
        Assert.Equal(Text(100_000, 's'), ended.ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task A_history_beyond_what_a_row_holds_is_replayed_whole()
    {
        Functions.Activity("Letter", (int number) => Text(60_000, (char)('a' + (number % 26))));
        Functions.Orchestrator("Letters", async context =>
        {
            var letters = new List<char>();
            for (var number = 0; number < 30; number++)
                letters.Add((await context.CallActivityAsync<string>("Letter", number))[^1]);
            await context.WaitForExternalEvent<object>("Go");
            return new string([.. letters]);
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Letters");
        await Engine.WhenIdleAsync();

        await RestartEngineAsync();
        await Client.RaiseEventAsync(id, "Go");

        Assert.Equal("abcdefghijklmnopqrstuvwxyzabcd", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_large_instance_is_deleted_and_started_again_like_any_other()
    {
        Functions.Orchestrator("Echo", context =>
        {
            context.SetCustomStatus(context.GetInput<string>());
            return context.WaitForExternalEvent<string>("Go");
        });
        for (var time = 0; time < 2; time++)
        {
            await Client.ScheduleNewOrchestrationInstanceAsync("Echo", Text(500_000, 'i'), new StartOrchestrationOptions("large"));
            await Client.RaiseEventAsync("large", "Go", Text(500_000, 'o'));
            Assert.Equal(500_000, (await EndOfAsync("large")).ReadOutputAs<string>()!.Length);
        }

        Assert.Equal(1, (await Client.PurgeInstanceAsync("large")).PurgedInstanceCount);
        Assert.Null(await Client.GetInstanceAsync("large"));
    }

    [Fact]
    public async Task An_input_or_an_event_that_is_too_large_is_refused_with_its_size()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Go"));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        var input = await Assert.ThrowsAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync("Wait", Text(2_000_000, 'x')));
        var raised = await Assert.ThrowsAsync<ArgumentException>(() => Client.RaiseEventAsync(id, "Go", Text(2_000_000, 'x')));

        Assert.StartsWith(
            "The input takes 2000002 bytes as JSON, and an orchestration's history keeps at most 1048576 of one value.",
            input.Message,
            StringComparison.Ordinal);
        Assert.StartsWith("The event takes 2000002 bytes", raised.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_too_large_is_a_failure_of_the_activity()
    {
        Functions.Activity("Large", (string _) => Text(2_000_000, 'x'));
        Functions.Orchestrator("Try", context => context.CallActivityAsync<string>("Large"));

        Assert.Contains("The result of activity 'Large' takes 2000002 bytes", (await RunAsync("Try")).SerializedOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("activity")]
    [InlineData("child")]
    [InlineData("status")]
    [InlineData("again")]
    [InlineData("output")]
    public async Task What_an_orchestration_gives_out_must_not_be_too_large_either(string where)
    {
        Functions.Orchestrator("Try", async context =>
        {
            var text = Text(2_000_000, 'x');
            if (where == "activity")
                await context.CallActivityAsync<string>("Any", text);
            if (where == "child")
                await context.CallSubOrchestratorAsync<string>("Any", text);
            if (where == "status")
                context.SetCustomStatus(text);
            if (where == "again")
                context.ContinueAsNew(text);
            return text;
        });

        var ended = await RunAsync("Try");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Contains("takes 2000002 bytes as JSON", ended.SerializedOutput, StringComparison.Ordinal);
    }

    private static string Text(int length, char of) => new(of, length);

    public sealed class InMemory() : PayloadTests(StoreKind.Memory);

    public sealed class OnTables() : PayloadTests(StoreKind.Tables)
    {
        [Fact]
        public async Task A_step_that_is_more_than_one_write_takes_fails_the_instance_with_its_size()
        {
            Functions.Orchestrator("Much", context => Task.WhenAll(
                Enumerable.Range(0, 5).Select(_ => context.CallActivityAsync<string>("Any", Text(900_000, 'x')))));

            var ended = await RunAsync("Much");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
            Assert.Contains("What one step takes in and gives out comes to 45", ended.SerializedOutput, StringComparison.Ordinal);
        }
    }
}
