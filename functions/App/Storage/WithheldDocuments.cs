using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Storage;

/// <summary>
/// The documents that wait for a scan for malware, where one is waited for: a line for each, written when its bytes are kept, in the
/// order in which they were. Whether it still waits is seen from the document itself once the line is old, so that no verdict has to find
/// the line.
/// </summary>
internal sealed class WithheldDocuments(
    TableServiceClient tables,
    DocumentStore documents,
    ApplicationStore applications,
    IOptions<DocumentOptions> options,
    TimeProvider time
)
{
    /// <summary>A scan takes seconds, and minutes where there is much to scan.</summary>
    public static readonly TimeSpan LongestScan = TimeSpan.FromHours(1);

    /// <summary>While the scanner is out of service there may be many, and it is enough to know that there are.</summary>
    private const int MostLooks = 100;

    private readonly TableClient _lines = tables.GetTableClient(StorageNames.WorklistsTable);
    private readonly bool _awaitsScan = options.Value.AwaitScan;

    /// <summary>
    /// Notes that a document's bytes are about to be kept. One storage request where scans are waited for, and otherwise none.
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
    /// How many documents have waited for longer than <see cref="LongestScan"/>; a hundred at most are looked into, and the others
    /// counted where all of those wait. None and no storage request where scans aren't waited for; else one, and up to three for each
    /// that was kept over an hour ago and hasn't been looked into since.
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

        // Where some of those that were looked at don't wait, so may the rest: the next count looks at them.
        return waiting == MostLooks ? waiting + unseen : waiting;
    }

    /// <summary>Bytes that no document has, since it was deleted or never came to be, nobody waits for.</summary>
    private async Task<bool> WaitsAsync(StoredDocument stored, CancellationToken cancellationToken) =>
        await documents.IsWithheldAsync(stored, cancellationToken)
        && (await applications.FindAsync(stored.Application, cancellationToken))?.Application.Documents.Any(document =>
            document.Sha256 == stored.Sha256 && !document.IsInfected
        ) == true;
}
