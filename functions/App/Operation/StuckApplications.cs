using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>
/// Finds the applications under way that make no progress. Two storage requests for the lists, and two more where some are found, and one
/// lookup for each orchestration, a few at a time.
/// </summary>
internal sealed class StuckApplications(Worklists worklists, BrokenOffCommands brokenOff, TimeProvider time)
{
    private const int LooksAtOnce = 20;

    /// <summary>By then the sweeper, which runs each minute, should have completed an interrupted command.</summary>
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(3);

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<StuckApplication>> FindAsync(DurableTaskClient client, CancellationToken cancellationToken) =>
        await FindAsync(client, await worklists.BacklogAsync(cancellationToken), int.MaxValue, cancellationToken);

    /// <summary>
    /// Those among what is under way that are found by so many lookups, spent on what waits for the system first, then the oldest.
    /// </summary>
    public async Task<IReadOnlyList<StuckApplication>> FindAsync(
        DurableTaskClient client,
        Backlog backlog,
        int mostLookups,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        List<StuckApplication> stuck = [];
        await foreach (var entry in brokenOff.FindAsync(of: null, cancellationToken))
        {
            if (now - entry.At > LongestAct)
            {
                stuck.Add(new StuckApplication(entry.Application, null, StuckReason.ActBrokeOff, Failure: null, entry.At));
            }
        }

        HashSet<ApplicationId> waiting = [.. backlog.StuckAt(now)];
        var candidates = backlog
            .Applications.OrderByDescending(line => waiting.Contains(line.Id))
            .ThenBy(line => line.Since)
            .Take(mostLookups);
        foreach (var lines in candidates.Chunk(LooksAtOnce))
        {
            var found = await Task.WhenAll(
                lines.Select(async line =>
                    Of(line, await client.GetInstanceAsync(InstanceOf(line), cancellationToken), waiting.Contains(line.Id), now)
                )
            );
            foreach (var (line, one) in lines.Zip(found))
            {
                if (one is not null)
                {
                    stuck.Add(
                        one.Reason is StuckReason.Failed
                            ? one with
                            {
                                Failure = await FailureOfAsync(client, InstanceOf(line), cancellationToken),
                            }
                            : one
                    );
                }
            }
        }

        if (stuck.Exists(IsOnList))
        {
            // One that ended since the list was read makes no progress, and needs none: its line goes before its orchestration ends.
            HashSet<ApplicationId> still = [.. (await worklists.BacklogAsync(cancellationToken)).Applications.Select(line => line.Id)];
            stuck.RemoveAll(one => IsOnList(one) && !still.Contains(one.Id));
        }

        return stuck;

        static bool IsOnList(StuckApplication one) => one.Reason is not StuckReason.ActBrokeOff;
    }

    private static string InstanceOf(Backlog.ApplicationLine line) => Orchestration.InstanceOf(line.Id, line.IsReconsidered);

    private static async Task<LastingFailureKind?> FailureOfAsync(
        DurableTaskClient client,
        string instance,
        CancellationToken cancellationToken
    ) =>
        LastingFailureException.KindIn(
            (await client.GetInstanceAsync(instance, getInputsAndOutputs: true, cancellationToken))?.SerializedOutput
        );

    private static StuckApplication? Of(Backlog.ApplicationLine line, OrchestrationMetadata? instance, bool isWaiting, DateTimeOffset now)
    {
        StuckReason? reason = instance switch
        {
            // A submission is written before its orchestration is started.
            null => now - line.Since > LongestAct ? StuckReason.NoOrchestration : null,
            { RuntimeStatus: OrchestrationRuntimeStatus.Failed } => StuckReason.Failed,
            { RuntimeStatus: OrchestrationRuntimeStatus.Suspended } => StuckReason.Suspended,
            { IsCompleted: true } => StuckReason.Ended,
            _ => isWaiting ? StuckReason.WaitsForTheSystem : null,
        };
        return reason is { } known
            ? new StuckApplication(line.Id, line.Status, known, Failure: null, instance?.LastUpdatedAt ?? line.Since)
            : null;
    }
}

/// <summary>An application that makes no progress.</summary>
/// <param name="Id">The application's id.</param>
/// <param name="Status">Its status; null where only an interrupted command is known.</param>
/// <param name="Reason">Why it makes no progress.</param>
/// <param name="Failure">For a failed one, the kind of failure that isn't retried; null where it was retried for hours.</param>
/// <param name="Since">Since when, in UTC.</param>
internal sealed record StuckApplication(
    ApplicationId Id,
    ApplicationStatus? Status,
    StuckReason Reason,
    LastingFailureKind? Failure,
    DateTimeOffset Since
)
{
    /// <summary>What to do about it.</summary>
    public string ToDo =>
        (Reason, Failure) switch
        {
            (StuckReason.Failed, LastingFailureKind.Refused) =>
                "Read the failure in its state. If the application isn't as the step needs it, "
                    + "mend the code that left it so; then restart it.",
            (StuckReason.Failed, LastingFailureKind.Unreadable) =>
                "What is kept of it can't be read. Read the failure in its state, restore what is broken, then restart it.",
            (StuckReason.Failed, LastingFailureKind.StorageRefused) =>
                "Storage refuses what the step asks. Read the failure in its state, mend the code or the account, then restart it.",
            (StuckReason.Failed, LastingFailureKind.Fault) =>
                "The code is at fault. Read the failure in its state, roll back or mend the code, then restart it.",
            (StuckReason.Failed, _) => "Read the failure in its state. When the cause is gone, restart it.",
            (StuckReason.NoOrchestration or StuckReason.Ended or StuckReason.Suspended, _) => "Restart it.",
            (StuckReason.WaitsForTheSystem, _) => "Look at its state and traces. If nothing moves, restart it anew.",
            (StuckReason.ActBrokeOff, _) => "See the log of the function Sweep, then restart it.",
            _ => throw new ArgumentOutOfRangeException(nameof(Reason), Reason, "Nothing is known to do about this."),
        };
}

/// <summary>Why an application makes no progress.</summary>
internal enum StuckReason
{
    /// <summary>It has no orchestration at all.</summary>
    NoOrchestration,

    /// <summary>Its orchestration failed for good: at once where a step can't succeed, otherwise after hours of retries.</summary>
    Failed,

    /// <summary>Its orchestration completed or was terminated before the application was closed.</summary>
    Ended,

    /// <summary>Somebody suspended its orchestration.</summary>
    Suspended,

    /// <summary>It waits for one of the system's own steps, which is overdue.</summary>
    WaitsForTheSystem,

    /// <summary>A command on it is written but not followed up completely.</summary>
    ActBrokeOff,
}
