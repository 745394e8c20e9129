using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>
/// Finds the applications under way that nothing moves on. Two storage requests for what is under way, and a look at the orchestration of
/// each, a few at a time.
/// </summary>
internal sealed class StuckApplications(Worklists worklists, BrokenOffCommands brokenOff, TimeProvider time)
{
    private const int LooksAtOnce = 8;

    /// <summary>A command that the sweeper, which comes each minute, should have made up for.</summary>
    private static readonly TimeSpan LongestAct = TimeSpan.FromMinutes(3);

    public async Task<IReadOnlyList<StuckApplication>> Find(DurableTaskClient client, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<StuckApplication> stuck = [];
        await foreach (OutboxEntry entry in brokenOff.Find(of: null, cancel))
        {
            if (now - entry.At > LongestAct)
            {
                stuck.Add(new StuckApplication(entry.Application, null, StuckReason.ActBrokeOff, entry.At));
            }
        }

        Backlog backlog = await worklists.Backlog(cancel);
        HashSet<ApplicationId> waiting = [.. backlog.StuckAt(now)];
        foreach (Backlog.ApplicationLine[] lines in backlog.Applications.Where(line => line.Status != ApplicationStatus.Draft).Chunk(LooksAtOnce))
        {
            StuckApplication?[] found = await Task.WhenAll(lines.Select(async line =>
                Of(line, await client.GetInstanceAsync(line.Id.ToString(), cancel), waiting.Contains(line.Id), now)));
            stuck.AddRange(found.OfType<StuckApplication>());
        }

        return stuck;
    }

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
        return reason is { } known ? new StuckApplication(line.Id, line.Status, known, instance?.LastUpdatedAt ?? line.Since) : null;
    }
}

/// <summary>An application that nothing moves on.</summary>
/// <param name="Id">The application's id.</param>
/// <param name="Status">Where it stands; null where only an act that broke off is known.</param>
/// <param name="Reason">Why it doesn't go on.</param>
/// <param name="Since">Since when, in UTC.</param>
internal sealed record StuckApplication(ApplicationId Id, ApplicationStatus? Status, StuckReason Reason, DateTimeOffset Since);

/// <summary>Why an application doesn't go on.</summary>
internal enum StuckReason
{
    /// <summary>It has no orchestration at all.</summary>
    NoOrchestration,

    /// <summary>Its orchestration failed for good.</summary>
    Failed,

    /// <summary>Its orchestration ended, by itself or by a person, before it was closed.</summary>
    Ended,

    /// <summary>Somebody halted its orchestration.</summary>
    Suspended,

    /// <summary>It waits for a step of the system's own that doesn't come.</summary>
    WaitsForTheSystem,

    /// <summary>An act on it is written, and not all that follows from it.</summary>
    ActBrokeOff,
}
