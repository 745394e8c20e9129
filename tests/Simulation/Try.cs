using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation;

public sealed class Try
{
    [Fact]
    public async Task A_year()
    {
        var clock = new VirtualClock(new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection().AddLogging().AddOptions().AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        await using var s = await Simulation.StartAsync(clock, services, typeof(F).GetNestedTypes().Append(typeof(F)), "1.0");
        var id = await s.Client.ScheduleNewOrchestrationInstanceAsync("Case", 52);
        var end = await s.Client.WaitForInstanceCompletionAsync(id, true);
        Assert.Equal("364 52 1.0", end.SerializedOutput + " " + clock.GetUtcNow());
    }

    public static class F
    {
        [Function("Remind")]
        public static async Task<int> Remind([ActivityTrigger] int number, TimeProvider time)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), time);
            return number;
        }

        [Function("Case")]
        public static async Task<string> Case([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            var begin = context.CurrentUtcDateTime;
            var n = 0;
            for (var week = 1; week <= context.GetInput<int>(); week++)
            {
                await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                await context.CallActivityAsync<int>("Remind", week);
                n++;
            }
            return $"{(context.CurrentUtcDateTime - begin).TotalDays} {n} {context.Version}";
        }
    }
}
