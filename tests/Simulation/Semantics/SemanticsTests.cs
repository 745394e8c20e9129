using Azure.Core.Serialization;
using MicroCred.ProbeApp;
using MicroCred.ProbeApp.Semantics;
using MicroCred.Simulation.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Semantics;

/// <summary>
/// Compares the simulation's semantics with the real engine's: each scenario of the probe app runs on both, and must end as it states on
/// both.
/// </summary>
public static class SemanticsTests
{
    public static TheoryData<string> Scenarios => [.. Scenario.All.Keys];

    public sealed class OnTheSimulation
    {
        [Theory]
        [MemberData(nameof(Scenarios), MemberType = typeof(SemanticsTests))]
        public async Task A_scenario_ends_as_it_says(string name)
        {
            var services = new ServiceCollection().Configure<WorkerOptions>(worker =>
                worker.Serializer = new JsonObjectSerializer(Json.Lenient)
            );
            await using var simulation = await VirtualEngine.StartAsync(
                services,
                new Setup(typeof(Scenario).Assembly.GetTypes()) { Seed = Scenario.All.Keys.ToList().IndexOf(name) }
            );

            var end = await Scenario.All[name].RunAsync(new Play(simulation.Client, simulation.Clock, simulation.PassAsync));

            Assert.Equal(Scenario.All[name].Ends, end);
        }
    }

    public sealed class OnTheRealEngine(RealEngine engine) : IClassFixture<RealEngine>
    {
        [Theory]
        [MemberData(nameof(Scenarios), MemberType = typeof(SemanticsTests))]
        public async Task A_scenario_ends_as_it_says(string name) => Assert.Equal(Scenario.All[name].Ends, await engine.EndAsync(name));
    }
}
