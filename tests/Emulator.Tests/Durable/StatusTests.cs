using System.Text.Json.Serialization;
using Azure.Core.Serialization;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class StatusTests(StoreKind kind) : DurableTest(kind)
{
    /// <summary>Something with a name and an enum.</summary>
    public sealed record Stage(string Name, DayOfWeek Day);

    [Fact]
    public async Task The_custom_status_is_there_once_the_step_is_written()
    {
        Functions.Orchestrator("Work", async context =>
        {
            context.SetCustomStatus(new Stage("Validating", DayOfWeek.Friday));
            await context.WaitForExternalEvent<object>("Go");
            context.SetCustomStatus(new Stage("Evaluating", DayOfWeek.Monday));
            await context.WaitForExternalEvent<object>("Go");
        });

        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Work");
        Assert.Equal("""{"name":"Validating","day":"Friday"}""", (await StateOfAsync(id)).SerializedCustomStatus);

        await Client.RaiseEventAsync(id, "Go");
        Assert.Equal(new Stage("Evaluating", DayOfWeek.Monday), (await StateOfAsync(id)).ReadCustomStatusAs<Stage>());
    }

    [Fact]
    public async Task A_custom_status_that_was_never_set_is_the_text_null()
    {
        Functions.Orchestrator("Work", _ => Task.CompletedTask);

        Assert.Equal("null", (await RunAsync("Work")).SerializedCustomStatus);
    }

    [Fact]
    public async Task Input_output_and_custom_status_come_only_when_asked_for()
    {
        Functions.Orchestrator("Echo", context =>
        {
            context.SetCustomStatus("echoing");
            return Task.FromResult(context.GetInput<string>());
        });
        var ended = await RunAsync("Echo", "kia ora");

        var without = (await Client.GetInstanceAsync(ended.InstanceId))!;

        Assert.Equal(("\"kia ora\"", "\"kia ora\"", "\"echoing\""), (ended.SerializedInput, ended.SerializedOutput, ended.SerializedCustomStatus));
        Assert.Equal((null, null, null), (without.SerializedInput, without.SerializedOutput, without.SerializedCustomStatus));
        Assert.Throws<InvalidOperationException>(() => without.ReadInputAs<string>());
        Assert.Throws<InvalidOperationException>(() => without.ReadOutputAs<string>());
        Assert.Throws<InvalidOperationException>(() => without.ReadCustomStatusAs<string>());
    }

    [Fact]
    public async Task An_instance_is_known_by_its_name_its_status_and_its_times()
    {
        Functions.Orchestrator("Sleep", context => context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None));
        var began = Clock.GetUtcNow();

        var ended = await RunAsync("sleep");

        Assert.Equal("sleep", ended.Name);
        Assert.Equal((began, began.AddDays(2)), (ended.CreatedAt, ended.LastUpdatedAt));
        Assert.Equal((true, false), (ended.IsCompleted, ended.IsRunning));
        Assert.Null(await Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task The_workers_serializer_governs_all_that_goes_in_and_out()
    {
        Functions.Serializer = new JsonObjectSerializer(new() { PropertyNamingPolicy = null, Converters = { new JsonStringEnumConverter() } });
        await StartEngineAsync();
        Functions.Activity("Echo", (Stage stage) => stage);
        Functions.Orchestrator("Echo", async context =>
        {
            var stage = await context.CallActivityAsync<Stage>("Echo", context.GetInput<Stage>());
            context.SetCustomStatus(await context.WaitForExternalEvent<Stage>("Stage"));
            return stage;
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Echo", new Stage("Whakamātau", DayOfWeek.Friday));
        await Client.RaiseEventAsync(id, "Stage", new Stage("b", DayOfWeek.Sunday));

        var ended = await EndOfAsync(id);

        Assert.Equal("""{"Name":"b","Day":"Sunday"}""", ended.SerializedCustomStatus);
        Assert.Equal(ended.SerializedInput, ended.SerializedOutput);
        Assert.Equal(new Stage("Whakamātau", DayOfWeek.Friday), ended.ReadOutputAs<Stage>());
    }

    public sealed class InMemory() : StatusTests(StoreKind.Memory);

    public sealed class OnTables() : StatusTests(StoreKind.Tables);
}
