using MicroCred.App.Proof;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Projection;

/// <summary>
/// Each minute writes the files that follow from the register's log and aren't there yet: the documents that are made of all entries, once
/// for everything that changed since, and the files and badges of imported entries. Until then they are made as they are asked for, so that
/// nobody waits.
/// </summary>
[Feature(Features.Publication)]
internal sealed partial class WriteRegister(
    RegisterLog log,
    RegisterIndex index,
    RegisterDocuments documents,
    RegisterFiles files,
    Badges badges,
    Listings listings,
    ILogger<WriteRegister> logger
)
{
    private const int AtOnce = 16;

    [Function(nameof(WriteRegister))]
    public async Task RunAsync([TimerTrigger("%SWEEP_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (await documents.WriteAsync(cancellationToken) is { Count: > 0 } written)
        {
            LogWritten(written.Count);
        }

        foreach (var (key, import) in await log.ImportsToShowAsync(cancellationToken))
        {
            await WriteImportedAsync(await log.EntriesOfAsync(import, cancellationToken), cancellationToken);
            await log.NoteShownAsync(key, cancellationToken);
            LogShown(import.Count, import.Last);
        }
    }

    /// <summary>Writes the files and badges that aren't there: one that a change has written meanwhile stays.</summary>
    private async Task WriteImportedAsync(IReadOnlyList<RegisterEntry> entries, CancellationToken cancellationToken)
    {
        await index.NowAsync(cancellationToken);
        await Parallel.ForEachAsync(
            entries,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (entry, token) =>
            {
                await files.WriteMissingAsync(index.Linked(entry), token);
                await badges.WriteMissingAsync(entry, token);
            }
        );
        foreach (
            var number in PathwayContent
                .NumbersIn(entries.SelectMany(entry => entry.Pathways))
                .Except(entries.Select(entry => entry.Number))
        )
        {
            await listings.ShowFilesAsync(number, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote {Count} documents of the register")]
    private partial void LogWritten(int count);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Wrote the files of {Count} imported entries, the last of them row {Row} of the log"
    )]
    private partial void LogShown(int count, long row);
}
