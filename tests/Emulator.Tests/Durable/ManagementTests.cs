using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class ManagementTests(StoreKind kind) : DurableTest(kind)
{
    public abstract class Terminating(StoreKind kind) : ManagementTests(kind)
    {
        [Fact]
        public async Task It_ends_the_instance_with_the_output_given()
        {
            var id = await StartWaitingAsync();

            await Client.TerminateInstanceAsync(id, "because");

            var ended = await EndOfAsync(id);
            Assert.Equal((OrchestrationRuntimeStatus.Terminated, "\"because\""), (ended.RuntimeStatus, ended.SerializedOutput));
        }

        [Fact]
        public async Task Its_sub_orchestrations_go_on()
        {
            Functions.Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "the-child")));
            await StartWaitingAsync();
            var id = await Client.ScheduleNewOrchestrationInstanceAsync("Parent");
            await Client.WaitForInstanceStartAsync("the-child");

            await Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(Recursive: true));

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await EndOfAsync(id)).RuntimeStatus);
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await StateOfAsync("the-child")).RuntimeStatus);
        }

        [Fact]
        public async Task A_suspended_instance_can_be_terminated()
        {
            var id = await StartWaitingAsync();
            await Client.SuspendInstanceAsync(id);

            await Client.TerminateInstanceAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await StateOfAsync(id)).RuntimeStatus);
        }

        public sealed class InMemory() : Terminating(StoreKind.Memory);

        public sealed class OnTables() : Terminating(StoreKind.Tables);
    }

    public abstract class Suspending(StoreKind kind) : ManagementTests(kind)
    {
        [Fact]
        public async Task A_suspended_instance_keeps_what_arrives_until_it_is_resumed()
        {
            var id = await StartWaitingAsync();

            await Client.SuspendInstanceAsync(id, "why");
            await Client.RaiseEventAsync(id, "Decision", "approve");

            var suspended = await StateOfAsync(id);
            Assert.Equal((OrchestrationRuntimeStatus.Suspended, "why"), (suspended.RuntimeStatus, suspended.SerializedOutput));

            await Client.ResumeInstanceAsync(id);
            Assert.Equal("approve", (await EndOfAsync(id)).ReadOutputAs<string>());
        }

        [Fact]
        public async Task Timers_and_activities_that_end_meanwhile_are_kept_too()
        {
            var release = new TaskCompletionSource<string>();
            Functions.Activity("Work", (string _) => release.Task);
            Functions.Orchestrator("Work", async context =>
            {
                var timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                var work = await context.CallActivityAsync<string>("Work");
                await timer;
                return work;
            });
            var id = await Client.ScheduleNewOrchestrationInstanceAsync("Work");
            await Client.SuspendInstanceAsync(id);
            release.SetResult("done");
            while (Clock.GetUtcNow().Day == 5)
                await Task.Delay(10);

            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await StateOfAsync(id)).RuntimeStatus);
            await RestartEngineAsync();
            await Client.ResumeInstanceAsync(id);

            Assert.Equal("done", (await EndOfAsync(id)).ReadOutputAs<string>());
        }

        [Fact]
        public async Task What_the_step_before_asked_for_is_not_lost()
        {
            Functions.Activity("Work", (string _) => "done");
            Functions.Orchestrator("Work", async context =>
            {
                await context.WaitForExternalEvent<object>("Go");
                return await context.CallActivityAsync<string>("Work");
            });
            var id = await Client.ScheduleNewOrchestrationInstanceAsync("Work");

            // In one batch or in several, as it happens: the order is what counts.
            await Task.WhenAll(Client.RaiseEventAsync(id, "Go"), Client.SuspendInstanceAsync(id));
            await Client.ResumeInstanceAsync(id);

            Assert.Equal("done", (await EndOfAsync(id)).ReadOutputAs<string>());
        }

        public sealed class InMemory() : Suspending(StoreKind.Memory);

        public sealed class OnTables() : Suspending(StoreKind.Tables);
    }

    public abstract class Purging(StoreKind kind) : ManagementTests(kind)
    {
        [Fact]
        public async Task An_instance_that_has_ended_is_deleted()
        {
            var id = await StartWaitingAsync();
            await Client.TerminateInstanceAsync(id);

            Assert.Equal(1, (await Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
            Assert.Null(await Client.GetInstanceAsync(id));
        }

        [Fact]
        public async Task An_unknown_instance_counts_as_none()
        {
            Assert.Equal(0, (await Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        }

        [Fact]
        public async Task A_running_instance_is_not_deleted()
        {
            var id = await StartWaitingAsync();

            await Assert.ThrowsAsync<InvalidOperationException>(() => Client.PurgeInstanceAsync(id));
        }

        [Fact]
        public async Task Many_are_deleted_by_a_filter()
        {
            var running = await StartWaitingAsync();
            for (var number = 0; number < 3; number++)
                await Client.TerminateInstanceAsync(await StartWaitingAsync());

            var purged = await Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Terminated]));

            Assert.Equal(3, purged.PurgedInstanceCount);
            Assert.NotNull(await Client.GetInstanceAsync(running));
        }

        public sealed class InMemory() : Purging(StoreKind.Memory);

        public sealed class OnTables() : Purging(StoreKind.Tables);
    }

    public abstract class AnyOfThem(StoreKind kind) : ManagementTests(kind)
    {
        [Fact]
        public async Task An_unknown_instance_is_not_found()
        {
            foreach (var call in Calls("nobody"))
                Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
        }

        [Fact]
        public async Task An_instance_that_has_ended_is_a_failed_precondition()
        {
            var id = await StartWaitingAsync();
            await Client.TerminateInstanceAsync(id);

            foreach (var call in Calls(id))
                Assert.Equal(StatusCode.FailedPrecondition, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
        }

        private IEnumerable<Func<Task>> Calls(string id) =>
            [() => Client.TerminateInstanceAsync(id), () => Client.SuspendInstanceAsync(id), () => Client.ResumeInstanceAsync(id)];

        public sealed class InMemory() : AnyOfThem(StoreKind.Memory);

        public sealed class OnTables() : AnyOfThem(StoreKind.Tables);
    }

    private Task<string> StartWaitingAsync()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Decision"));
        return Client.ScheduleNewOrchestrationInstanceAsync("Wait");
    }
}
