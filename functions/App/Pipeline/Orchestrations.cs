using MicroCred.Approval;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pipeline;

/// <summary>Starts an application's orchestration and tells it what happened.</summary>
internal sealed class Orchestrations(Deadlines deadlines, TimeProvider time)
{
    private static readonly OrchestrationRuntimeStatus[] AnyStatus = Enum.GetValues<OrchestrationRuntimeStatus>();

    private static readonly OrchestrationRuntimeStatus[] UnderWay =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>How long an orchestration that was told to end is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether a change moves an application to where its orchestration has something else to do or to wait for.</summary>
    public bool HasNews(Application? before, Application after) =>
        IsFollowed(before, after) && (before is null || PositionOf(before) with { Revision = after.Revision } != PositionOf(after));

    /// <summary>
    /// Starts the orchestration of an application that was submitted for the first time; of any other tells it where it stands now. An
    /// instance that exists is never started a second time.
    /// </summary>
    public Task StartOrTellAsync(DurableTaskClient client, Application? before, Application after) =>
        !IsFollowed(before, after) ? Task.CompletedTask
        : after is { Stage: Stage.Validation, Submissions: 1 }
            ? client.ScheduleNewOrchestrationInstanceAsync(
                Orchestration.Name,
                PositionOf(after),
                new StartOrchestrationOptions(after.Id.ToString()).WithDedupeStatuses(AnyStatus)
            )
        : TellAsync(client, after, CancellationToken.None);

    /// <summary>
    /// Whatever happened before: sees to it that an application under way has a running orchestration that knows where it stands. Between
    /// a new start of one that had ended and its first turn the engine drops what it is told, as told to the one that ended; so once it
    /// has begun it is told anew.
    /// </summary>
    /// <param name="client">Starts it, or tells it.</param>
    /// <param name="application">The application.</param>
    /// <param name="reread">Reads it again; null where it is gone.</param>
    /// <param name="cancellationToken">Cancels what isn't done yet.</param>
    public async Task RestoreAsync(
        DurableTaskClient client,
        Application application,
        Func<CancellationToken, Task<Application?>> reread,
        CancellationToken cancellationToken
    )
    {
        if (application.Stage is Stage.Drafting)
        {
            return;
        }

        var instance = await client.GetInstanceAsync(application.Id.ToString(), cancellationToken);
        if (
            instance is { IsRunning: true } or { RuntimeStatus: OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended }
        )
        {
            await TellAsync(client, application, cancellationToken);
        }
        else if (!application.IsClosed)
        {
            // None yet, or one that failed: the orchestrator finds from the application's state where to go on.
            await StartAsync(client, application, cancellationToken);
            if (
                instance is not null
                && await HasBegunAsync(client, application.Id, cancellationToken)
                && await reread(cancellationToken) is { IsClosed: false } now
                && now.Revision > application.Revision
            )
            {
                await TellAsync(client, now, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Waits until an orchestration has had its first turn; false where it hasn't in time, and the next repair has to see to it.
    /// </summary>
    private async Task<bool> HasBegunAsync(DurableTaskClient client, ApplicationId id, CancellationToken cancellationToken)
    {
        using CancellationTokenSource inTime = new(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        try
        {
            await client.WaitForInstanceStartAsync(id.ToString(), either.Token);
            return true;
        }
        catch (Exception) when (inTime.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task StartAsync(DurableTaskClient client, Application application, CancellationToken cancellationToken)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                Orchestration.Name,
                PositionOf(application),
                new StartOrchestrationOptions(application.Id.ToString()).WithDedupeStatuses(UnderWay),
                cancellationToken
            );
        }
        catch (Exception)
        {
            // Somebody else may have started it in this moment, perhaps from an older position.
            if (!await IsUnderWayAsync(client, application.Id, cancellationToken))
            {
                throw;
            }

            await TellAsync(client, application, cancellationToken);
        }
    }

    /// <summary>
    /// Ends an application's orchestration where there is one under way, and waits for it: ending is a message to the engine, which deals
    /// with it when it gets there.
    /// </summary>
    /// <returns>Whether there is none under way any more.</returns>
    public async Task<bool> EndAsync(DurableTaskClient client, ApplicationId id, string reason, CancellationToken cancellationToken)
    {
        if (!await IsUnderWayAsync(client, id, cancellationToken))
        {
            return true;
        }

        try
        {
            await client.TerminateInstanceAsync(id.ToString(), reason, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Where it ended by itself just before, the engine refuses; where it didn't, it is still under way below.
        }

        var start = time.GetTimestamp();
        while (await IsUnderWayAsync(client, id, cancellationToken))
        {
            if (time.GetElapsedTime(start) > Patience)
            {
                return false;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return true;
    }

    /// <summary>A draft has no orchestration yet, and that of an application that ended has ended too.</summary>
    private static bool IsFollowed(Application? before, Application after) =>
        after.Stage is not Stage.Drafting && before is not { IsClosed: true };

    private static async Task<bool> IsUnderWayAsync(DurableTaskClient client, ApplicationId id, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(id.ToString(), cancellationToken) is { } instance && UnderWay.Contains(instance.RuntimeStatus);

    private Task TellAsync(DurableTaskClient client, Application application, CancellationToken cancellationToken) =>
        client.RaiseEventAsync(application.Id.ToString(), Position.Event, PositionOf(application), cancellationToken);

    private Position PositionOf(Application application) => Position.Of(application, deadlines, time.GetUtcNow());
}
