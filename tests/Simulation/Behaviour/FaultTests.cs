using MicroCred.Simulation.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.Simulation.Behaviour;

/// <summary>The faults of an engine that delivers at least once; orchestrations end as if there were none.</summary>
public abstract class FaultTests(Faults faults) : SimulationTest(new Setup([typeof(Functions)]) { Faults = faults, Seed = 7 })
{
    public sealed class AnActivityTwice() : FaultTests(new Faults(ActivityTwice: 1))
    {
        [Fact]
        public async Task It_runs_twice_and_counts_once()
        {
            Assert.Equal(1, (await RunAsync(nameof(Functions.CountOnce))).ReadOutputAs<int>());
            Assert.Equal(2, Notes.Times.Count);
        }
    }

    public sealed class AResultLost() : FaultTests(new Faults(ResultLost: 0.7))
    {
        [Fact]
        public async Task The_activity_runs_again_when_its_time_is_over()
        {
            var ended = await RunAsync(nameof(Functions.CountOnce));

            Assert.Equal(Notes.Times.Count, ended.ReadOutputAs<int>());
            Assert.True(Notes.Times.Count > 1, "The seed should make a result get lost.");
            Assert.All(Notes.Times.Zip(Notes.Times.Skip(1)), runs => Assert.Equal(TimeSpan.FromMinutes(5), runs.Second - runs.First));
        }
    }

    public sealed class AnEventTwice() : FaultTests(new Faults(EventTwice: 1))
    {
        [Fact]
        public async Task One_who_waits_for_two_gets_the_same_twice()
        {
            var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.WaitForTwo));
            await Client.RaiseEventAsync(id, "Number", 1);

            var ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

            Assert.Equal([1, 1], ended.ReadOutputAs<int[]>()!);
        }
    }

    public sealed class AnEventLate() : FaultTests(new Faults(EventLate: 1))
    {
        [Fact]
        public async Task It_comes_some_minutes_later()
        {
            var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.WaitForTwo));
            var raised = Simulation.Clock.GetUtcNow();
            await Client.RaiseEventAsync(id, "Number", 1);
            await Client.RaiseEventAsync(id, "Number", 2);

            var ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

            Assert.Equal([1, 2], ended.ReadOutputAs<int[]>()!.Order());
            Assert.InRange(ended.LastUpdatedAt - raised, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        }
    }

    public sealed class ATurnRedone() : FaultTests(new Faults(TurnRedone: 0.6))
    {
        [Fact]
        public async Task What_it_asked_for_is_asked_for_once()
        {
            var began = Simulation.Clock.GetUtcNow();

            var ended = await RunAsync(nameof(Functions.CountOnce));

            Assert.Equal(1, ended.ReadOutputAs<int>());
            Assert.Single(Notes.Times);
            Assert.True(ended.LastUpdatedAt > began, "The seed should make a turn be redone.");
        }
    }

    public sealed class EverythingAtOnce() : FaultTests(Faults.Plenty)
    {
        [Fact]
        public async Task Forty_orchestrations_end_as_they_should()
        {
            var ids = new List<string>();
            for (var number = 0; number < 40; number++)
            {
                ids.Add(await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.AddUp), number));
            }

            foreach (var (number, id) in ids.Index())
            {
                Assert.Equal(number + 10, (await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true)).ReadOutputAs<int>());
            }
        }
    }

    public sealed class Functions(Notes notes)
    {
        [Function(nameof(CountOnce))]
        public static Task<int> CountOnce([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<int>(nameof(Count), 0);

        [Function(nameof(WaitForTwo))]
        public static async Task<int[]> WaitForTwo([OrchestrationTrigger] TaskOrchestrationContext context) =>
            [await context.WaitForExternalEvent<int>("Number"), await context.WaitForExternalEvent<int>("Number")];

        /// <summary>Adds one ten times, each time in a different way.</summary>
        [Function(nameof(AddUp))]
        public static async Task<int> AddUp([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var sum = context.GetInput<int>();
            for (var step = 0; step < 10; step++)
            {
                if (step % 5 == 4)
                {
                    await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                }

                sum =
                    step % 3 == 2
                        ? await context.CallSubOrchestratorAsync<int>(nameof(AddOne), sum)
                        : await context.CallActivityAsync<int>(nameof(Increase), sum);
            }

            return sum;
        }

        [Function(nameof(AddOne))]
        public static Task<int> AddOne([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<int>(nameof(Increase), context.GetInput<int>());

        [Function(nameof(Increase))]
        public static int Increase([ActivityTrigger] int number) => number + 1;

        [Function(nameof(Count))]
        public int Count([ActivityTrigger] int number) => notes.Add();
    }
}
