using MicroCred.Approval;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pipeline;

/// <summary>Starts applications' orchestrations and notifies them of changes.</summary>
internal sealed class Orchestrations(Deadlines deadlines, TimeProvider time)
{
    private static readonly OrchestrationRuntimeStatus[] UnderWay =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>How long to wait for an orchestration to start or end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Options that start an instance only where there never was one of its id, whatever became of it.</summary>
    public static StartOrchestrationOptions Once(string instance) =>
        new StartOrchestrationOptions(instance).WithDedupeStatuses(Enum.GetValues<OrchestrationRuntimeStatus>());

    /// <summary>Whether a change gives the application's orchestration something else to do or to wait for.</summary>
    public bool HasNews(Application? before, Application after) =>
        IsFollowed(before, after) && (before is null || PositionOf(before) with { Revision = after.Revision } != PositionOf(after));

    /// <summary>
    /// Starts the orchestration of an application submitted for the first time, or of its reconsideration; otherwise notifies it of the new
    /// position. An existing instance is never started a second time.
    /// </summary>
    public Task StartOrTellAsync(DurableTaskClient client, Application? before, Application after) =>
        !IsFollowed(before, after) ? Task.CompletedTask
        : after is { Stage: Stage.Validation, Submissions: 1 } || (before is { IsClosed: true } && after.Stage is Stage.Reconsideration)
            ? client.ScheduleNewOrchestrationInstanceAsync(NameOf(after), PositionOf(after), Once(Orchestration.InstanceOf(after)))
        : TellAsync(client, after, CancellationToken.None);

    /// <summary>
    /// Makes sure, in any situation, that an application under way has a running orchestration that knows its current position. When an
    /// ended instance is restarted, the engine drops events sent before its first turn, since they were sent to the ended one; so the
    /// restarted one is notified again once it has begun.
    /// </summary>
    /// <param name="client">Starts it, or tells it.</param>
    /// <param name="application">The application.</param>
    /// <param name="reread">Reads it again; null where it was deleted.</param>
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

        var instance = await client.GetInstanceAsync(Orchestration.InstanceOf(application), cancellationToken);
        if (
            instance is { IsRunning: true } or { RuntimeStatus: OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended }
        )
        {
            await TellAsync(client, application, cancellationToken);
        }
        else if (!application.IsClosed)
        {
            // There is none yet, or it failed: the orchestrator resumes from the application's state.
            await StartAsync(client, application, cancellationToken);
            if (
                instance is not null
                && await HasBegunAsync(client, application, cancellationToken)
                && await reread(cancellationToken) is { IsClosed: false } now
                && now.Revision > application.Revision
            )
            {
                await TellAsync(client, now, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Waits until an orchestration has had its first turn; false where it hasn't in time, which leaves it to the next repair.
    /// </summary>
    private async Task<bool> HasBegunAsync(DurableTaskClient client, Application application, CancellationToken cancellationToken)
    {
        using CancellationTokenSource inTime = new(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        try
        {
            await client.WaitForInstanceStartAsync(Orchestration.InstanceOf(application), either.Token);
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
                NameOf(application),
                PositionOf(application),
                new StartOrchestrationOptions(Orchestration.InstanceOf(application)).WithDedupeStatuses(UnderWay),
                cancellationToken
            );
        }
        catch (Exception)
        {
            // Somebody else may have started it at the same moment, perhaps from an older position.
            if (await FindUnderWayAsync(client, application, cancellationToken) is null)
            {
                throw;
            }

            await TellAsync(client, application, cancellationToken);
        }
    }

    /// <summary>
    /// Terminates an application's orchestration if one is running, and waits for its end: termination is a message that the engine
    /// processes later.
    /// </summary>
    /// <returns>Whether none is running any more.</returns>
    public async Task<bool> EndAsync(DurableTaskClient client, Application application, string reason, CancellationToken cancellationToken)
    {
        var instance = await FindUnderWayAsync(client, application, cancellationToken);
        if (instance is null)
        {
            return true;
        }

        try
        {
            await client.TerminateInstanceAsync(instance.InstanceId, reason, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The engine refuses if it ended by itself just before; if it didn't, the check below finds it still running.
        }

        // One that was created since is another: somebody else ended the first and began it anew.
        var start = time.GetTimestamp();
        while (
            await FindUnderWayAsync(client, application, cancellationToken) is { CreatedAt: var created } && created == instance.CreatedAt
        )
        {
            if (time.GetElapsedTime(start) > Patience)
            {
                return false;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return true;
    }

    private static string NameOf(Application application) =>
        application.Reconsideration is null ? Orchestration.Name : Orchestration.ReconsiderationName;

    /// <summary>A draft has no orchestration yet, and a closed application's has ended.</summary>
    private static bool IsFollowed(Application? before, Application after) =>
        after.Stage is not Stage.Drafting && !(before is { IsClosed: true } && after.IsClosed);

    private static async Task<OrchestrationMetadata?> FindUnderWayAsync(
        DurableTaskClient client,
        Application application,
        CancellationToken cancellationToken
    ) =>
        await client.GetInstanceAsync(Orchestration.InstanceOf(application), cancellationToken) is { } instance
        && UnderWay.Contains(instance.RuntimeStatus)
            ? instance
            : null;

    private Task TellAsync(DurableTaskClient client, Application application, CancellationToken cancellationToken) =>
        client.RaiseEventAsync(Orchestration.InstanceOf(application), Position.Event, PositionOf(application), cancellationToken);

    private Position PositionOf(Application application) => Position.Of(application, deadlines, time.GetUtcNow());
}
