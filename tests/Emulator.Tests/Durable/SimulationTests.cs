using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

/// <summary>A year in the life of many cases, on the virtual clock.</summary>
public sealed class SimulationTests() : DurableTest(StoreKind.Memory)
{
    [Fact]
    public async Task A_year_of_weekly_reminders_happens_at_its_times()
    {
        var reminders = new List<DateTimeOffset>();
        Functions.Activity("Remind", (int number) =>
        {
            reminders.Add(Clock.GetUtcNow());
            return number;
        });
        Functions.Orchestrator("Case", async context =>
        {
            for (var week = 1; week <= 52; week++)
            {
                await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                await context.CallActivityAsync<int>("Remind", week);
            }
        });
        var began = Clock.GetUtcNow();

        await RunAsync("Case");

        Assert.Equal(Enumerable.Range(1, 52).Select(week => began.AddDays(7 * week)), reminders);
        Assert.Equal(began.AddDays(364), Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_year()
    {
        var first = await YearAsync(seed: 2026);
        var again = await YearAsync(seed: 2026);
        var other = await YearAsync(seed: 2027);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    /// <summary>A hundred cases, each with a decision that takes as long as the seed says, and reminders until then.</summary>
    private static async Task<List<string>> YearAsync(int seed)
    {
        var year = new SimulationTests();
        await year.InitializeAsync();
        try
        {
            return await year.CasesAsync(new Random(seed));
        }
        finally
        {
            await year.DisposeAsync();
        }
    }

    private async Task<List<string>> CasesAsync(Random random)
    {
        Functions.Activity("Remind", (int number) => number);
        Functions.Orchestrator("Decide", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(context.GetInput<int>()), CancellationToken.None);
            return context.NewGuid();
        });
        Functions.Orchestrator("Case", async context =>
        {
            var decision = context.CallSubOrchestratorAsync<Guid>("Decide", context.GetInput<int>());
            for (var reminders = 0; ; reminders++)
            {
                using var decided = new CancellationTokenSource();
                var week = context.CreateTimer(TimeSpan.FromDays(7), decided.Token);
                if (await Task.WhenAny(decision, week) == decision)
                {
                    decided.Cancel();
                    return $"{await decision} after {reminders} reminders at {context.CurrentUtcDateTime:O}";
                }

                await context.CallActivityAsync<int>("Remind", reminders);
            }
        });
        using (Clock.Hold())
        {
            for (var number = 0; number < 100; number++)
                await Client.ScheduleNewOrchestrationInstanceAsync("Case", random.Next(24 * 365), new StartOrchestrationOptions($"case-{number:D3}"));
        }

        var ends = new List<string>();
        for (var number = 0; number < 100; number++)
            ends.Add((await EndOfAsync($"case-{number:D3}")).ReadOutputAs<string>()!);

        return ends;
    }
}
