using MicroCred.App.Pipeline;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Reconciliation;

/// <summary>
/// Each night holds the lists and the orchestrations against the applications themselves, which alone are the truth, and mends what
/// differs: a line that shows an application where it isn't, or one that lacks, an orchestration that failed for good, or an entry of the
/// register that lacks or isn't what its application says. A number of the register without a published application is reported. Documents'
/// bytes that no application has any more are removed.
/// </summary>
[Feature(Features.Pipeline)]
internal sealed partial class Reconcile(
    ApplicationStore applications,
    Worklists worklists,
    RegisterStore register,
    Listings listings,
    DocumentStore documents,
    Orchestrations orchestrations,
    TimeProvider time,
    ILogger<Reconcile> logger
)
{
    /// <summary>
    /// So long may what is kept wait to be part of an application: far longer than any request lives, and a restored backup is old.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <exception cref="InvalidOperationException">Some couldn't be mended; the others were.</exception>
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

    /// <summary>Goes through everything; one that can't be mended, or even read, holds up no other. Twice at once does no harm.</summary>
    public async Task<Mended> MendAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        HashSet<ApplicationId> failed = [];
        var removed = await worklists.RepairAsync(applications.FindAsync, Failed, cancellationToken);
        var count = 0;
        var relisted = 0;
        await foreach (var id in applications.AllAsync(cancellationToken))
        {
            count++;
            try
            {
                relisted += await MendAsync(id, client, cancellationToken) ? 1 : 0;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(id, exception);
            }
        }

        List<UnfoundedNumber> unfounded = [];
        await foreach (var row in register.AllAsync(cancellationToken))
        {
            try
            {
                if (await listings.IsUnfoundedAsync(row, cancellationToken))
                {
                    unfounded.Add(new UnfoundedNumber(row.Number, row.Application, row.Entry is not null));
                    LogUnfounded(row.Number, row.Application, row.Entry is not null);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(row.Application, exception);
            }
        }

        var collected = await documents.CollectAsync(applications.FindAsync, time.GetUtcNow() - Grace, Failed, cancellationToken);
        LogRepaired(count, removed, relisted, collected, failed.Count);
        return new Mended(count, removed, failed.Count, relisted, collected, unfounded);

        void Failed(ApplicationId id, Exception exception)
        {
            failed.Add(id);
            LogFailed(exception, id);
        }
    }

    /// <returns>Whether its entry on the register had to be mended.</returns>
    private async Task<bool> MendAsync(ApplicationId id, DurableTaskClient client, CancellationToken cancellationToken)
    {
        // One that was removed in between is no longer anybody's business.
        if (await applications.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return false;
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
        Message = "Went through {Applications} applications; removed {Removed} wrong lines; mended {Relisted} entries; collected {Collected} documents' bytes; {Failed} couldn't be mended"
    )]
    private partial void LogRepaired(int applications, int removed, int relisted, int collected, int failed);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Number {Number} of the register is application {Application}'s, which isn't published under it; public: {IsPublic}"
    )]
    private partial void LogUnfounded(int number, ApplicationId application, bool isPublic);

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Application} couldn't be mended")]
    private partial void LogFailed(Exception exception, ApplicationId application);
}

/// <summary>What a repair came to.</summary>
/// <param name="Applications">How many applications were gone through.</param>
/// <param name="WrongLines">How many lines on lists were wrong and were removed.</param>
/// <param name="Failed">How many applications couldn't be mended; the log says which.</param>
/// <param name="Relisted">How many published applications' entries lacked or were wrong, and were written again.</param>
/// <param name="Collected">How many documents' bytes nobody had any more, and were removed.</param>
/// <param name="Unfounded">Numbers of the register whose application isn't published under them, for somebody to look at.</param>
internal sealed record Mended(
    int Applications,
    int WrongLines,
    int Failed,
    int Relisted,
    int Collected,
    IReadOnlyList<UnfoundedNumber> Unfounded
);

/// <summary>A number of the register whose application isn't published under it.</summary>
/// <param name="Number">The number.</param>
/// <param name="Application">The application that it was reserved for.</param>
/// <param name="IsPublic">Whether an entry stands there; false for a gap, left by an application that was withdrawn just before.</param>
internal sealed record UnfoundedNumber(int Number, ApplicationId Application, bool IsPublic);
