using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class QueryTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task All_instances_are_listed_page_by_page()
    {
        await StartAsync("a-1", "a-2", "b-1");

        var pages = await Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 2)).AsPages().ToListAsync();

        Assert.Equal([2, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(["a-1", "a-2", "b-1"], pages.SelectMany(page => page.Values).Select(instance => instance.InstanceId).Order());
    }

    [Fact]
    public async Task They_are_found_by_how_their_id_begins()
    {
        await StartAsync("a-1", "a-2", "b-1", "a", "a/3", "aa");

        Assert.Equal(["a-1", "a-2"], await IdsAsync(new OrchestrationQuery(InstanceIdPrefix: "a-")));
    }

    [Fact]
    public async Task They_are_found_by_status()
    {
        await StartAsync("runs", "ended");
        await Client.TerminateInstanceAsync("ended");

        Assert.Equal(["runs"], await IdsAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending])));
        Assert.Equal(["ended"], await IdsAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Terminated])));
    }

    [Fact]
    public async Task They_are_found_by_when_they_were_created()
    {
        Functions.Orchestrator("Sleep", context => context.CreateTimer(TimeSpan.FromDays(10), CancellationToken.None));
        await RunAsync("Sleep", instanceId: "early");
        var between = Clock.GetUtcNow().AddDays(-5);
        await StartAsync("late");

        Assert.Equal(["late"], await IdsAsync(new OrchestrationQuery(CreatedFrom: between)));
        Assert.Equal(["early"], await IdsAsync(new OrchestrationQuery(CreatedTo: between)));
    }

    [Fact]
    public async Task Inputs_come_when_asked_for()
    {
        await StartAsync("a-1");

        var with = await Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)).SingleAsync();
        var without = await Client.GetAllInstancesAsync().SingleAsync();

        Assert.Equal("input of a-1", with.ReadInputAs<string>());
        Assert.Null(without.SerializedInput);
    }

    private async Task StartAsync(params string[] ids)
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        foreach (var id in ids)
            await Client.ScheduleNewOrchestrationInstanceAsync("Wait", $"input of {id}", new StartOrchestrationOptions(id));
    }

    private async Task<List<string>> IdsAsync(OrchestrationQuery query) =>
        await Client.GetAllInstancesAsync(query).Select(instance => instance.InstanceId).Order().ToListAsync();

    public sealed class InMemory() : QueryTests(StoreKind.Memory);

    public sealed class OnTables() : QueryTests(StoreKind.Tables);
}
