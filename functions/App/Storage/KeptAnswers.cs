using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace MicroCred.App.Storage;

/// <summary>
/// An index of the answers kept for repeated commands, by time, so that expired ones are found without reading every application: one line
/// for each, in a partition of its own in <see cref="StorageNames.WorklistsTable"/>, which <see cref="ApplicationStore"/> writes.
/// </summary>
internal sealed class KeptAnswers(TableServiceClient tables, ApplicationStore applications)
{
    private readonly TableClient _lines = tables.GetTableClient(StorageNames.WorklistsTable);

    /// <summary>Removes answers given before a time, the oldest first. Four storage requests each, and one for each thousand.</summary>
    /// <param name="before">The time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="failed">Called for an application whose answer can't be removed; its line stays.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many lines were processed.</returns>
    public async Task<int> RemoveAsync(
        DateTimeOffset before,
        int most,
        Action<ApplicationId, Exception> failed,
        CancellationToken cancellationToken
    )
    {
        var done = 0;
        await foreach ((var partition, var id, var keyHash) in LinesAsync(before, cancellationToken))
        {
            if (done == most)
            {
                break;
            }

            try
            {
                await applications.RemoveAnswerAsync(id, keyHash, before, cancellationToken);
                await _lines.DeleteEntityAsync(partition, WorklistRows.Line, ETag.All, cancellationToken);
                done++;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failed(id, exception);
            }
        }

        return done;
    }

    private async IAsyncEnumerable<(string Partition, ApplicationId Id, string KeyHash)> LinesAsync(
        DateTimeOffset before,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {KeptAnswerRows.All} and PartitionKey lt {KeptAnswerRows.Until(before)}"
        );
        await foreach (
            var line in _lines.QueryAsync<TableEntity>(
                filter,
                select: [nameof(TableEntity.PartitionKey)],
                cancellationToken: cancellationToken
            )
        )
        {
            (var id, var keyHash) = KeptAnswerRows.In(line.PartitionKey);
            yield return (line.PartitionKey, id, keyHash);
        }
    }
}
