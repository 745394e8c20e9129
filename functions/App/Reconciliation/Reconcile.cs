using MicroCred.App.Pipeline;
using MicroCred.App.Proof;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Reconciliation;

/// <summary>
/// Each night compares the lists and the orchestrations with the applications, which are the source of truth, and repairs differences:
/// wrong or missing lines, failed orchestrations, and wrong or missing register entries. Makes all that follows from the register's log
/// anew, and writes files that aren't the same. Reports register numbers without a published application. Removes documents' bytes that no application refers to.
/// </summary>
[Feature(Features.Pipeline)]
internal sealed partial class Reconcile(
    ApplicationStore applications,
    Worklists worklists,
    RegisterStore register,
    Listings listings,
    RegisterLog log,
    RegisterDocuments registerDocuments,
    LogTree tree,
    DocumentStore documents,
    Orchestrations orchestrations,
    TimeProvider time,
    ILogger<Reconcile> logger
)
{
    /// <summary>
    /// How long stored bytes may wait to become part of an application: far longer than any request lives or a restored backup lags behind.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <exception cref="InvalidOperationException">Some repairs failed; the others were made.</exception>
    [Function(nameof(Reconcile))]
    public async Task RunAsync(
        [TimerTrigger("%RECONCILE_SCHEDULE%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if ((await MendAsync(client, cancellationToken)).Failed is > 0 and var failed)
        {
            throw new InvalidOperationException($"{failed} applications couldn't be mended.");
        }
    }

    /// <summary>
    /// Goes through everything; one that can't be repaired or read doesn't stop the others. Running twice at once does no harm.
    /// </summary>
    public async Task<Mended> MendAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        HashSet<ApplicationId> failed = [];
        var removed = await worklists.RepairAsync(applications.FindAsync, Failed, cancellationToken);
        var count = 0;
        HashSet<int> relisted = [];
        await foreach (var id in applications.AllAsync(cancellationToken))
        {
            count++;
            try
            {
                if (await MendAsync(id, client, cancellationToken) is { } number)
                {
                    relisted.Add(number);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(id, exception);
            }
        }

        await foreach (var entry in log.EntriesAsync(cancellationToken))
        {
            try
            {
                if (await listings.MendFilesAsync(entry, cancellationToken))
                {
                    relisted.Add(entry.Listed.Entry.Number);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(entry.Listed.Listing, exception);
            }
        }

        List<UnfoundedNumber> unfounded = [];
        await foreach (var row in register.AllAsync(cancellationToken))
        {
            try
            {
                var isPublic = await log.FindAsync(row.Number, cancellationToken) is not null;
                if (await listings.IsUnfoundedAsync(row, isPublic, cancellationToken))
                {
                    unfounded.Add(new UnfoundedNumber(row.Number, row.Application, isPublic));
                    LogUnfounded(row.Number, row.Application, isPublic);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(row.Application, exception);
            }
        }

        List<string> rewritten = [.. await registerDocuments.RebuildAsync(log, cancellationToken)];
        if (await tree.MendAsync(cancellationToken) is { } leaves)
        {
            rewritten.Add(leaves);
        }

        var collected = await documents.CollectAsync(applications.FindAsync, time.GetUtcNow() - Grace, Failed, cancellationToken);
        LogRepaired(count, removed, relisted.Count, rewritten.Count, collected, failed.Count);
        return new Mended(count, removed, failed.Count, relisted.Count, rewritten, collected, unfounded);

        void Failed(ApplicationId id, Exception exception)
        {
            failed.Add(id);
            LogFailed(exception, id);
        }
    }

    /// <returns>The number of its entry on the register, where that had to be repaired.</returns>
    private async Task<int?> MendAsync(ApplicationId id, DurableTaskClient client, CancellationToken cancellationToken)
    {
        // Deleted in the meantime.
        if (await applications.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return null;
        }

        await worklists.ShowAsync(null, application, cancellationToken);
        if (!application.IsClosed)
        {
            await orchestrations.RestoreAsync(
                client,
                application,
                async cancellationToken => (await applications.FindAsync(id, cancellationToken))?.Application,
                cancellationToken
            );
        }

        return await listings.MendAsync(application, cancellationToken);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Went through {Applications} applications; removed {Removed} wrong lines; repaired {Relisted} entries; "
            + "wrote {Rewritten} other files of the register again; collected {Collected} documents' bytes; {Failed} couldn't be repaired"
    )]
    private partial void LogRepaired(int applications, int removed, int relisted, int rewritten, int collected, int failed);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Number {Number} of the register is application {Application}'s, which isn't published under it; public: {IsPublic}"
    )]
    private partial void LogUnfounded(int number, ApplicationId application, bool isPublic);

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Application} couldn't be repaired")]
    private partial void LogFailed(Exception exception, ApplicationId application);
}

/// <summary>The result of a repair.</summary>
/// <param name="Applications">How many applications were checked.</param>
/// <param name="WrongLines">How many wrong lines on lists were removed.</param>
/// <param name="Failed">How many applications couldn't be repaired; the log says which.</param>
/// <param name="Relisted">How many of the register's entries were missing or wrong, in the log or as files, and were written again.</param>
/// <param name="Files">
/// The register's other files that were missing or weren't, to the byte, what its log makes of them, and were written again.
/// </param>
/// <param name="Collected">How many documents' bytes without an application were removed.</param>
/// <param name="Unfounded">Register numbers whose application isn't published under them, to be investigated by a person.</param>
internal sealed record Mended(
    int Applications,
    int WrongLines,
    int Failed,
    int Relisted,
    IReadOnlyList<string> Files,
    int Collected,
    IReadOnlyList<UnfoundedNumber> Unfounded
);

/// <summary>A register number whose application isn't published under it.</summary>
/// <param name="Number">The number.</param>
/// <param name="Application">The application that it was reserved for.</param>
/// <param name="IsPublic">
/// Whether the number has an entry; false for a gap, left by an application withdrawn shortly before publication.
/// </param>
internal sealed record UnfoundedNumber(int Number, ApplicationId Application, bool IsPublic);
