using Azure.Core;
using Azure.Data.Tables;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Clocks;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Durable.Stores;
using MicroCred.Emulator.Tests.Durable.Faults;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MicroCred.Emulator.Tests.Durable.World;

/// <summary>An engine on a store of its own and on a virtual clock, which begins on a Monday and jumps whenever nothing is under way.</summary>
public abstract class DurableTest(StoreKind kind) : IAsyncLifetime
{
    private readonly List<DurableEngine> _engines = [];
    private readonly string _hub = "T" + Guid.NewGuid().ToString("N");

    private protected VirtualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    private protected TestFunctions Functions { get; } = new();

    private protected IInstanceStore Store { get; private set; } = new MemoryInstanceStore();

    private protected DurableEngine Engine => _engines[^1];

    private protected DurableTaskClient Client => Engine.Client;

    private protected EngineOptions Options { get; set; } = new();

    private protected ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    public async Task InitializeAsync()
    {
        if (kind == StoreKind.Tables)
            Store = new TableInstanceStore(await SharedAzurite.TablesAsync(), _hub);

        await StartEngineAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var engine in _engines)
            await engine.DisposeAsync();
    }

    /// <summary>Starts an engine on the store, beside those that there are.</summary>
    private protected async Task<DurableEngine> StartEngineAsync(IInstanceStore? store = null)
    {
        var engine = new DurableEngine(store ?? Store, Functions, Clock, Functions.Serializer, Loggers, Options);
        _engines.Add(engine);
        await engine.StartAsync(CancellationToken.None);
        return engine;
    }

    /// <summary>The same store, as an engine sees it whose calls meet a fault.</summary>
    private protected async Task<IInstanceStore> StoreWithAsync(Fault fault)
    {
        if (kind == StoreKind.Memory)
            return new FaultyStore(Store, fault);

        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), Mode = RetryMode.Fixed } };
        options.AddPolicy(new FaultPolicy(fault), HttpPipelinePosition.PerRetry);
        return new TableInstanceStore(await SharedAzurite.TablesAsync(options), _hub);
    }

    /// <summary>Lets the engine go as a killed process would, and starts another.</summary>
    private protected async Task RestartEngineAsync()
    {
        await Engine.DisposeAsync();
        await StartEngineAsync();
    }

    /// <summary>Starts an orchestration and waits for its end.</summary>
    private protected async Task<OrchestrationMetadata> RunAsync(string name, object? input = null, string? instanceId = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(instanceId));
        return await EndOfAsync(id);
    }

    private protected async Task<OrchestrationMetadata> EndOfAsync(string instanceId) =>
        await Client.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(30));

    private protected async Task<OrchestrationMetadata> StateOfAsync(string instanceId) =>
        (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true))!;
}
