using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Storage;

/// <summary>
/// The documents that wait for a malware scan, where one is awaited: one line for each, written when its bytes are stored, in that order.
/// Whether a document still waits is read from the document itself once the line is old, so a scan result needn't find the line.
/// </summary>
internal sealed class WithheldDocuments(
    TableServiceClient tables,
    DocumentStore documents,
    ApplicationStore applications,
    IOptions<DocumentOptions> options,
    TimeProvider time
)
{
    /// <summary>A scan takes seconds, or minutes under load.</summary>
    public static readonly TimeSpan LongestScan = TimeSpan.FromHours(1);

    /// <summary>While the scanner is out of service there may be many; counting beyond this isn't needed.</summary>
    private const int MostLooks = 100;

    private readonly TableClient _lines = tables.GetTableClient(StorageNames.WorklistsTable);
    private readonly bool _awaitsScan = options.Value.AwaitScan;

    /// <summary>
    /// Adds a line for a document whose bytes are about to be stored. One storage request where scans are awaited, otherwise none.
    /// </summary>
    public async Task NoteAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        if (_awaitsScan)
        {
            await _lines.UpsertEntityAsync(
                new TableEntity(WithheldRows.Of(time.GetUtcNow(), document), WorklistRows.Line),
                TableUpdateMode.Replace,
                cancellationToken
            );
        }
    }

    /// <summary>
    /// How many documents have waited for longer than <see cref="LongestScan"/>. At most a hundred are checked; if all of those wait, the
    /// others are counted too. None and no storage request where scans aren't awaited; otherwise one request, and up to three for each
    /// document stored over an hour ago and not checked since.
    /// </summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        if (!_awaitsScan)
        {
            return 0;
        }

        var until = WithheldRows.Until(time.GetUtcNow() - LongestScan);
        var looks = 0;
        var waiting = 0;
        var unseen = 0;
        await foreach (
            var line in _lines.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey ge {WithheldRows.All} and PartitionKey lt {until}"),
                cancellationToken: cancellationToken
            )
        )
        {
            if (looks++ >= MostLooks)
            {
                unseen++;
            }
            else if (await WaitsAsync(WithheldRows.In(line.PartitionKey), cancellationToken))
            {
                waiting++;
            }
            else
            {
                await _lines.DeleteEntityAsync(line.PartitionKey, line.RowKey, ETag.All, cancellationToken);
            }
        }

        // If some of those checked don't wait, the same may be true of the rest: the next count checks them.
        return waiting == MostLooks ? waiting + unseen : waiting;
    }

    /// <summary>Bytes that no document refers to, since it was deleted or never created, don't count as waiting.</summary>
    private async Task<bool> WaitsAsync(StoredDocument stored, CancellationToken cancellationToken) =>
        await documents.IsWithheldAsync(stored, cancellationToken)
        && (await applications.FindAsync(stored.Application, cancellationToken))?.Application.Documents.Any(document =>
            document.Sha256 == stored.Sha256 && !document.IsInfected
        ) == true;
}
