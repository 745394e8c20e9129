using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class RetryTests(StoreKind kind) : DurableTest(kind)
{
    private readonly List<DateTimeOffset> _attempts = [];

    [Fact]
    public async Task A_failed_activity_is_tried_again_after_pauses_that_grow()
    {
        Flaky(failures: 3);
        Retry(new RetryPolicy(5, TimeSpan.FromMinutes(1), backoffCoefficient: 2));

        var ended = await RunAsync("Try");

        Assert.Equal("done at 4", ended.ReadOutputAs<string>());
        Assert.Equal([1, 2, 4], Pauses());
    }

    [Fact]
    public async Task Pauses_grow_up_to_the_longest()
    {
        Flaky(failures: 4);
        Retry(new RetryPolicy(5, TimeSpan.FromMinutes(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(3)));

        await RunAsync("Try");

        Assert.Equal([1, 2, 3, 3], Pauses());
    }

    [Fact]
    public async Task After_the_last_attempt_the_last_failure_is_thrown()
    {
        Flaky(failures: 9);
        Retry(new RetryPolicy(3, TimeSpan.FromMinutes(1)));

        var ended = await RunAsync("Try");

        Assert.Equal(3, _attempts.Count);
        Assert.Contains("Task 'Flaky' (#4) failed with an unhandled exception: failure 3", ended.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_attempt_once_the_time_for_them_is_over()
    {
        Flaky(failures: 9);
        Retry(new RetryPolicy(9, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2)));

        await RunAsync("Try");

        Assert.Equal(3, _attempts.Count);
    }

    [Fact]
    public async Task A_policy_may_look_at_the_failure()
    {
        Flaky(failures: 9);
        Retry(new RetryPolicy(9, TimeSpan.FromMinutes(1)) { HandleFailure = failure => failure.ErrorMessage != "failure 2" });

        await RunAsync("Try");

        Assert.Equal(2, _attempts.Count);
    }

    [Fact]
    public async Task A_handler_that_knows_the_exception_says_whether_to_go_on()
    {
        Flaky(failures: 9);
        var told = new List<(int, TimeSpan)>();
        Functions.Orchestrator("Try", context => context.CallActivityAsync<string>("Flaky", TaskOptions.FromRetryHandler(async retry =>
        {
            if (!retry.OrchestrationContext.IsReplaying)
                told.Add((retry.LastAttemptNumber, retry.TotalRetryTime));
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromHours(1), retry.CancellationToken);
            return retry.LastFailure.IsCausedBy<CustomFault>() && retry.LastAttemptNumber < 3;
        })));

        await RunAsync("Try");

        Assert.Equal([(1, TimeSpan.Zero), (2, TimeSpan.FromHours(1)), (3, TimeSpan.FromHours(2))], told);
    }

    [Fact]
    public async Task A_sub_orchestration_is_tried_again_too()
    {
        Flaky(failures: 1);
        Functions.Orchestrator("Child", context => context.CallActivityAsync<string>("Flaky"));
        Functions.Orchestrator("Try", context => context.CallSubOrchestratorAsync<string>(
            "Child", TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromMinutes(1))).WithInstanceId("the-child")));

        Assert.Equal("done at 2", (await RunAsync("Try")).ReadOutputAs<string>());
    }

    [Fact]
    public void A_policy_needs_attempts_and_pauses_that_make_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(0, TimeSpan.FromSeconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.FromSeconds(1), 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryPolicy(1, TimeSpan.FromSeconds(2), 1, TimeSpan.FromSeconds(1)));
    }

    private void Flaky(int failures) => Functions.Activity("Flaky", (string _) =>
    {
        _attempts.Add(Clock.GetUtcNow());
        return _attempts.Count > failures ? $"done at {_attempts.Count}" : throw new CustomFault($"failure {_attempts.Count}");
    });

    private void Retry(RetryPolicy policy) => Functions.Orchestrator(
        "Try", context => context.CallActivityAsync<string>("Flaky", TaskOptions.FromRetryPolicy(policy)));

    private IEnumerable<double> Pauses() => _attempts.Zip(_attempts.Skip(1), (earlier, later) => (later - earlier).TotalMinutes);

    public sealed class InMemory() : RetryTests(StoreKind.Memory);

    public sealed class OnTables() : RetryTests(StoreKind.Tables);
}
