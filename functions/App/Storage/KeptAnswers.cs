using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace MicroCred.App.Storage;

/// <summary>
/// Which answers are kept for repeated commands, by when they were given, so that those whose day is over are found without looking into
/// every application: a line for each, a partition of its own in <see cref="StorageNames.WorklistsTable"/>.
/// </summary>
internal sealed class KeptAnswers(TableServiceClient tables, ApplicationStore applications)
{
    private readonly TableClient _lines = tables.GetTableClient(StorageNames.WorklistsTable);

    /// <summary>
    /// Notes that an answer is about to be kept, before it is, so that none is kept for good. One storage request.
    /// </summary>
    public Task NoteAsync(ApplicationId id, string keyHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        _lines.UpsertEntityAsync(
            new TableEntity(KeptAnswerRows.Of(now, id, keyHash), WorklistRows.Line),
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>
    /// Removes answers that were given before a time, the oldest first. Four storage requests each, and one for each thousand.
    /// </summary>
    /// <param name="before">The time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="failed">Is told of an application whose answer can't be removed; its line stays.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many lines were dealt with.</returns>
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
