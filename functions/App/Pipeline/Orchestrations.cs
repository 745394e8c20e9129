using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Starts an application's orchestration and tells it what happened.</summary>
internal sealed class Orchestrations(Deadlines deadlines, TimeProvider time)
{
    private static readonly OrchestrationRuntimeStatus[] AnyStatus = Enum.GetValues<OrchestrationRuntimeStatus>();

    private static readonly OrchestrationRuntimeStatus[] UnderWay =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>
    /// Starts the orchestration of an application that was submitted for the first time; of any other tells it where it stands now. An
    /// instance that exists is never started a second time.
    /// </summary>
    public Task StartOrTell(DurableTaskClient client, Application application) =>
        application is { Status: ApplicationStatus.Submitted, Submissions: 1, ValidatedAt: null }
            ? client.ScheduleNewOrchestrationInstanceAsync(
                nameof(ApprovalOrchestrator), PositionOf(application), new StartOrchestrationOptions(application.Id.ToString()).WithDedupeStatuses(AnyStatus))
            : Tell(client, application, CancellationToken.None);

    /// <summary>Whatever happened before: sees to it that an application under way has a running orchestration that knows where it stands.</summary>
    public async Task Restore(DurableTaskClient client, Application application, CancellationToken cancel)
    {
        if (application.Status is ApplicationStatus.Draft)
        {
            return;
        }

        OrchestrationMetadata? instance = await client.GetInstanceAsync(application.Id.ToString(), cancel);
        if (instance is { IsRunning: true } or { RuntimeStatus: OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended })
        {
            await Tell(client, application, cancel);
        }
        else if (!application.IsClosed)
        {
            // None yet, or one that failed: the orchestrator finds from the application's state where to go on.
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(ApprovalOrchestrator), PositionOf(application), new StartOrchestrationOptions(application.Id.ToString()).WithDedupeStatuses(UnderWay), cancel);
        }
    }

    private Task Tell(DurableTaskClient client, Application application, CancellationToken cancel) =>
        client.RaiseEventAsync(
            application.Id.ToString(), Position.Event, PositionOf(application), cancel);

    private Position PositionOf(Application application) => Position.Of(application, deadlines, time.GetUtcNow());
}
