using MicroCred.Simulation.Engine;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Behaviour;

/// <summary>Base of tests of the simulation itself, with their own functions and notes of what their activities did.</summary>
public abstract class SimulationTest(Setup setup) : IAsyncLifetime
{
    protected SimulationTest(params Type[] functions)
        : this(new Setup(functions)) { }

    protected VirtualEngine Simulation { get; private set; } = null!;

    protected DurableTaskClient Client => Simulation.Client;

    protected Notes Notes => Simulation.Services.GetRequiredService<Notes>();

    public virtual async Task InitializeAsync() =>
        Simulation = await VirtualEngine.StartAsync(new ServiceCollection().AddSingleton<Notes>(), setup);

    public async Task DisposeAsync() => await Simulation.DisposeAsync();

    /// <summary>Runs an orchestration to its end.</summary>
    protected async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null) =>
        await Client.WaitForInstanceCompletionAsync(
            await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input),
            getInputsAndOutputs: true
        );
}

/// <summary>The activities' actions, with their times.</summary>
public sealed class Notes(TimeProvider time)
{
    public List<DateTimeOffset> Times { get; } = [];

    public int Add()
    {
        Times.Add(time.GetUtcNow());
        return Times.Count;
    }
}
