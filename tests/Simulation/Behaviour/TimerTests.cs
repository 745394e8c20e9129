using DurableTask.Core.History;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.Simulation.Behaviour;

public sealed class TimerTests() : SimulationTest(typeof(Functions))
{
    [Fact]
    public async Task A_wait_of_months_goes_in_the_workers_pieces_of_three_days()
    {
        var began = Simulation.Clock.GetUtcNow();

        var ended = await RunAsync(nameof(Functions.WaitForDays), 100);

        Assert.Equal(began.AddDays(100), ended.LastUpdatedAt);
        Assert.Equal(
            [.. Enumerable.Range(1, 33).Select(piece => began.UtcDateTime.AddDays(3 * piece)), began.UtcDateTime.AddDays(100)],
            Simulation.History(ended.InstanceId).OfType<TimerCreatedEvent>().Select(timer => timer.FireAt)
        );
    }

    [Fact]
    public async Task A_timer_that_was_given_up_still_fires_and_does_no_harm()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.DecideWithinADay));
        await Client.RaiseEventAsync(id, "Decision", "approve");

        var ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);

        Assert.Equal("approve", ended.ReadOutputAs<string>());
        Assert.Equal(2, Simulation.History(id).OfType<TimerFiredEvent>().Count());
    }

    [Fact]
    public async Task An_activity_that_waits_lets_time_pass_and_others_go_on()
    {
        var began = Simulation.Clock.GetUtcNow();

        var ended = await RunAsync(nameof(Functions.WorkSideBySide));

        Assert.Equal([began.AddHours(1), began.AddHours(1), began.AddHours(3), began.AddHours(3)], Notes.Times);
        Assert.Equal(began.AddHours(3), ended.LastUpdatedAt);
    }

    [Fact]
    public async Task Waiting_for_what_never_comes_is_an_error_that_says_so()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.WaitForever));

        var stalled = await Assert.ThrowsAsync<InvalidOperationException>(() => Client.WaitForInstanceCompletionAsync(id));

        Assert.Equal($"Instance {id} doesn't end; it is Running. Nothing is due any more.", stalled.Message);
    }

    public sealed class Functions(Notes notes, TimeProvider time)
    {
        [Function(nameof(WaitForDays))]
        public static Task WaitForDays([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CreateTimer(TimeSpan.FromDays(context.GetInput<int>()), CancellationToken.None);

        [Function(nameof(WaitForever))]
        public static Task WaitForever([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.WaitForExternalEvent<string>("Never");

        [Function(nameof(DecideWithinADay))]
        public static async Task<string> DecideWithinADay([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            using var decided = new CancellationTokenSource();
            var decision = context.WaitForExternalEvent<string>("Decision");
            await Task.WhenAny(decision, context.CreateTimer(TimeSpan.FromDays(1), decided.Token));
            decided.Cancel();
            await context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
            return await decision;
        }

        [Function(nameof(WorkSideBySide))]
        public static Task WorkSideBySide([OrchestrationTrigger] TaskOrchestrationContext context) =>
            Task.WhenAll(context.CallActivityAsync<int>(nameof(Work), 1), context.CallActivityAsync<int>(nameof(Work), 3));

        [Function(nameof(Work))]
        public async Task<int> Work([ActivityTrigger] int hours)
        {
            await Task.Delay(TimeSpan.FromHours(hours), time);
            notes.Add();
            await Task.Yield();
            return notes.Add();
        }
    }
}
