using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Importing;

/// <summary>
/// Each minute writes the files of entries that were imported since. Until then they are made as they are asked for, so that nobody waits;
/// a file that a change has written meanwhile stays.
/// </summary>
[Feature(Features.Publication)]
internal sealed partial class WriteImportedFiles(
    RegisterLog log,
    RegisterIndex index,
    RegisterFiles files,
    Listings listings,
    ILogger<WriteImportedFiles> logger
)
{
    private const int AtOnce = 16;

    [Function(nameof(WriteImportedFiles))]
    public async Task RunAsync([TimerTrigger("%SWEEP_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var (key, import) in await log.ImportsToShowAsync(cancellationToken))
        {
            var entries = await log.EntriesOfAsync(import, cancellationToken);
            await index.NowAsync(cancellationToken);
            await Parallel.ForEachAsync(
                entries,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (entry, token) => await files.WriteMissingAsync(index.Linked(entry), token)
            );
            foreach (
                var number in PathwayContent
                    .NumbersIn(entries.SelectMany(entry => entry.Pathways))
                    .Except(entries.Select(entry => entry.Number))
            )
            {
                await listings.ShowFilesAsync(number, cancellationToken);
            }

            await log.NoteShownAsync(key, cancellationToken);
            LogShown(entries.Count, import.Last);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Wrote the files of {Count} imported entries, the last of them row {Row} of the log"
    )]
    private partial void LogShown(int count, long row);
}
