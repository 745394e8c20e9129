using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.Simulation.Behaviour;

public sealed class RetryTests() : SimulationTest(typeof(Functions))
{
    [Fact]
    public async Task A_failed_activity_is_tried_again_after_pauses_that_grow()
    {
        Assert.Equal("done at 4", (await RunAsync(nameof(Functions.WithGrowingPauses), 3)).ReadOutputAs<string>());
        Assert.Equal([1, 2, 4], Pauses());
    }

    [Fact]
    public async Task Pauses_grow_up_to_the_longest()
    {
        await RunAsync(nameof(Functions.WithLongestPause), 4);

        Assert.Equal([1, 2, 3, 3], Pauses());
    }

    [Fact]
    public async Task There_is_no_attempt_once_the_time_for_them_is_over()
    {
        Assert.Contains("failure 3", (await RunAsync(nameof(Functions.WithinTwoMinutes), 9)).SerializedOutput, StringComparison.Ordinal);
        Assert.Equal([1, 1], Pauses());
    }

    [Fact]
    public async Task A_policy_may_look_at_the_failure()
    {
        await RunAsync(nameof(Functions.UntilTheSecondFailure), 9);

        Assert.Equal(2, Notes.Times.Count);
    }

    [Fact]
    public async Task A_handler_may_wait_as_long_as_it_likes()
    {
        Assert.Equal("done at 3", (await RunAsync(nameof(Functions.WithAnHourBetween), 2)).ReadOutputAs<string>());
        Assert.Equal([60, 60], Pauses());
    }

    private IEnumerable<double> Pauses() => Notes.Times.Zip(Notes.Times.Skip(1), (earlier, later) => (later - earlier).TotalMinutes);

    public sealed class Functions(Notes notes)
    {
        private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

        [Function(nameof(WithGrowingPauses))]
        public static Task<string> WithGrowingPauses([OrchestrationTrigger] TaskOrchestrationContext context) =>
            CallAsync(context, new RetryPolicy(5, Minute, backoffCoefficient: 2));

        [Function(nameof(WithLongestPause))]
        public static Task<string> WithLongestPause([OrchestrationTrigger] TaskOrchestrationContext context) =>
            CallAsync(context, new RetryPolicy(5, Minute, backoffCoefficient: 2, maxRetryInterval: 3 * Minute));

        [Function(nameof(WithinTwoMinutes))]
        public static Task<string> WithinTwoMinutes([OrchestrationTrigger] TaskOrchestrationContext context) =>
            CallAsync(context, new RetryPolicy(9, Minute, retryTimeout: 2 * Minute));

        [Function(nameof(UntilTheSecondFailure))]
        public static Task<string> UntilTheSecondFailure([OrchestrationTrigger] TaskOrchestrationContext context) =>
            CallAsync(context, new RetryPolicy(9, Minute) { HandleFailure = failure => failure.ErrorMessage != "failure 2" });

        [Function(nameof(WithAnHourBetween))]
        public static Task<string> WithAnHourBetween([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<string>(
                nameof(Fail),
                context.GetInput<int>(),
                TaskOptions.FromRetryHandler(async retry =>
                {
                    await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), retry.CancellationToken);
                    return retry.LastFailure.IsCausedBy<InvalidOperationException>();
                })
            );

        [Function(nameof(Fail))]
        public string Fail([ActivityTrigger] int failures) =>
            notes.Add() is var attempt && attempt > failures
                ? $"done at {attempt}"
                : throw new InvalidOperationException($"failure {attempt}");

        private static Task<string> CallAsync(TaskOrchestrationContext context, RetryPolicy policy) =>
            context.CallActivityAsync<string>(nameof(Fail), context.GetInput<int>(), TaskOptions.FromRetryPolicy(policy));
    }
}
