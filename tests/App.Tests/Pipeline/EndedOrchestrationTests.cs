using MicroCred.App.Pipeline;
using MicroCred.App.Tests.Commands;
using MicroCred.Approval.Tests;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Tests.Pipeline;

public sealed class EndedOrchestrationTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task One_that_somebody_else_begins_anew_meanwhile_has_ended_and_one_that_goes_on_has_not(bool isBegunAnew, bool hasEnded)
    {
        PassingTime time = new(Moments.Monday);
        using var app = await AppInProcess.StartAsync();
        Orchestrations orchestrations = new(app.Get<Deadlines>(), time);

        Assert.Equal(
            hasEnded,
            await orchestrations.EndAsync(new Other(isBegunAnew), AnApplication.WithoutFault.InReview(), "Stuck.", default)
        );
    }

    /// <summary>An engine whose orchestration doesn't end, or that has another by the time it is looked at again.</summary>
    private sealed class Other(bool isBegunAnew) : RecordedOrchestrations
    {
        private bool _isTold;

        public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options, CancellationToken cancellation)
        {
            _isTold = true;
            return Task.CompletedTask;
        }

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId,
            bool getInputsAndOutputs = false,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult<OrchestrationMetadata?>(
                new OrchestrationMetadata(Orchestration.Name, instanceId)
                {
                    RuntimeStatus = OrchestrationRuntimeStatus.Running,
                    CreatedAt = Moments.Monday.AddSeconds(_isTold && isBegunAnew ? 1 : 0),
                }
            );
    }

    /// <summary>A clock by which every wait takes a minute and is over at once.</summary>
    private sealed class PassingTime(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset _now = now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _now += TimeSpan.FromMinutes(1);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
