using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Commands;

/// <summary>
/// Commits a command: state, audit, notices and the kept answer in one transaction; then updates the lists, sends the notices and tells the
/// orchestration. If that is interrupted after the write, <see cref="Sweep"/> completes it from the outbox entry, which is written first.
/// </summary>
internal sealed partial class CommandCommit(
    TransitionWriter writer,
    IWorklists worklists,
    IDocuments documents,
    WithheldDocuments withheld,
    Orchestrations orchestrations,
    TimeProvider time,
    ILogger<CommandCommit> logger
)
{
    /// <param name="before">What the command was applied to; null for a new application.</param>
    /// <param name="transition">Its result.</param>
    /// <param name="answer">The answer to keep for a repeated command, where there is one.</param>
    /// <param name="client">Starts the application's orchestration, or tells it.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <returns>The application as it is then.</returns>
    /// <exception cref="ConcurrentChangeException">The application has changed since it was read; nothing is written.</exception>
    public async Task<Application> RunAsync(
        StoredApplication? before,
        Transition transition,
        KeptAnswer? answer,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var after = transition.Change.Application;
        foreach (var upload in transition.Uploads)
        {
            if (upload.Status is DocumentStatus.Accepted)
            {
                await withheld.NoteAsync(new StoredDocument(after.Id, upload.Sha256), cancellationToken);
            }

            await documents.KeepAsync(after.Id, upload, cancellationToken);
        }

        var changesRights = before is not null && Readable.Of(before.Application) != Readable.Of(after);
        OutboxEntry? entry =
            transition.Notices.Count > 0 || changesRights || orchestrations.HasNews(before?.Application, after)
                ? new(after.Id, Guid.NewGuid(), after.Revision, time.GetUtcNow())
                {
                    Declared = TransitionWriter.Declared(before?.Application, after),
                }
                : null;
        if (entry is not null)
        {
            await worklists.AddToOutboxAsync(entry, cancellationToken);
        }

        try
        {
            await writer.WriteAsync(before, transition, answer, cancellationToken);
        }
        catch (ConcurrentChangeException) when (entry is not null)
        {
            await worklists.RemoveFromOutboxAsync(entry, CancellationToken.None);
            throw;
        }

        await FollowUpAsync(before?.Application, after, transition.Notices, entry, client);
        return after;
    }

    /// <summary>The command is written and can't be lost, so a caller who disconnects doesn't stop this.</summary>
    private async Task FollowUpAsync(
        Application? before,
        Application after,
        IReadOnlyList<Notice> notices,
        OutboxEntry? entry,
        DurableTaskClient client
    )
    {
        try
        {
            await writer.FollowUpAsync(before, after, notices, CancellationToken.None);
            if (entry is not null)
            {
                await orchestrations.StartOrTellAsync(client, before, after);
                await worklists.RemoveFromOutboxAsync(entry, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            LogLeftToSweep(exception, after.Id);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A command on application {Application} is written but not followed up completely; the sweeper will do the rest"
    )]
    private partial void LogLeftToSweep(Exception exception, ApplicationId application);
}
