using MicroCred.Simulation.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.Behaviour;

/// <summary>Many cases over a simulated year.</summary>
public sealed class YearTests() : SimulationTest(typeof(Functions))
{
    [Fact]
    public async Task A_year_of_weekly_reminders_happens_at_its_times()
    {
        var began = Simulation.Clock.GetUtcNow();

        await RunAsync(nameof(Functions.RemindWeekly), 52);

        Assert.Equal(Enumerable.Range(1, 52).Select(week => began.AddDays(7 * week)), Notes.Times);
        Assert.Equal(began.AddDays(364), Simulation.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_year_whatever_goes_wrong()
    {
        var first = await YearAsync(seed: 2026);

        Assert.Equal(first, await YearAsync(seed: 2026));
        Assert.NotEqual(first, await YearAsync(seed: 2027));
    }

    /// <summary>Forty cases, each with a decision after a time set by the seed, and reminders until then.</summary>
    private static async Task<List<string>> YearAsync(int seed)
    {
        await using var year = await VirtualEngine.StartAsync(
            new ServiceCollection().AddSingleton<Notes>(),
            new Setup([typeof(Functions)]) { Seed = seed, Faults = Faults.Plenty }
        );
        var random = new Random(seed);
        foreach (var number in Enumerable.Range(0, 40))
        {
            await year.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(Functions.Case),
                random.Next(24 * 365),
                new StartOrchestrationOptions($"case-{number:D2}")
            );
        }

        var ends = new List<string>();
        foreach (var number in Enumerable.Range(0, 40))
        {
            ends.Add(
                (await year.Client.WaitForInstanceCompletionAsync($"case-{number:D2}", getInputsAndOutputs: true)).ReadOutputAs<string>()!
            );
        }

        return ends;
    }

    public sealed class Functions(Notes notes)
    {
        [Function(nameof(RemindWeekly))]
        public static async Task RemindWeekly([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            for (var week = 1; week <= context.GetInput<int>(); week++)
            {
                await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                await context.CallActivityAsync<int>(nameof(Remind), week);
            }
        }

        [Function(nameof(Case))]
        public static async Task<string> Case([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var decision = context.CallSubOrchestratorAsync<Guid>(nameof(Decide), context.GetInput<int>());
            for (var reminders = 0; ; reminders++)
            {
                using var decided = new CancellationTokenSource();
                var week = context.CreateTimer(TimeSpan.FromDays(7), decided.Token);
                if (await Task.WhenAny(decision, week) == decision)
                {
                    decided.Cancel();
                    return $"{await decision} after {reminders} reminders at {context.CurrentUtcDateTime:O}";
                }

                await context.CallActivityAsync<int>(nameof(Remind), reminders);
            }
        }

        [Function(nameof(Decide))]
        public static async Task<Guid> Decide([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.FromHours(context.GetInput<int>()), CancellationToken.None);
            return context.NewGuid();
        }

        [Function(nameof(Remind))]
        public int Remind([ActivityTrigger] int number)
        {
            notes.Add();
            return number;
        }
    }
}
