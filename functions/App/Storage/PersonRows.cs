using Azure;
using Azure.Data.Tables;

namespace MicroCred.App.Storage;

/// <summary>A value for each person who has one, each a row of one partition.</summary>
/// <param name="table">The table.</param>
/// <param name="partition">The partition.</param>
internal sealed class PersonRows<T>(TableClient table, string partition)
    where T : class
{
    private const int MostTries = 20;

    /// <summary>All of them, by the person's id. One storage request for each thousand.</summary>
    public async Task<IReadOnlyDictionary<string, T>> AllAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, T> all = [];
        await foreach (var row in table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, cancellationToken: cancellationToken))
        {
            all[Uri.UnescapeDataString(row.RowKey)] = row.Json<T>();
        }

        return all;
    }

    /// <summary>A person's; null where they have none. One storage request.</summary>
    public async Task<T?> FindAsync(string person, CancellationToken cancellationToken) =>
        (await ReadAsync(person, cancellationToken)).Value;

    /// <summary>
    /// Changes a person's: what two requests change at once is both kept. Two storage requests, and two more for each time that another was
    /// faster.
    /// </summary>
    /// <param name="person">The person's id.</param>
    /// <param name="change">
    /// Makes the new value of the present one, which is null where there is none; null writes nothing. Asked again where another was faster.
    /// </param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <exception cref="ConcurrentChangeException">Others were faster time after time; nothing is written.</exception>
    public async Task ChangeAsync(string person, Func<T?, T?> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (value, tag) = await ReadAsync(person, cancellationToken);
            if (change(value) is not { } changed)
            {
                return;
            }

            var row = new TableEntity(partition, Key(person)).WithJson(changed);
            try
            {
                await (
                    tag is { } read
                        ? table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken)
                        : table.AddEntityAsync(row, cancellationToken)
                );
                return;
            }
            catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                if (tries == MostTries)
                {
                    throw new ConcurrentChangeException($"The {partition} {person}", failure);
                }
            }
        }
    }

    private async Task<(T? Value, ETag? Tag)> ReadAsync(string person, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, Key(person), cancellationToken: cancellationToken);
        return row.HasValue ? (row.Value!.Json<T>(), row.Value!.ETag) : (null, null);
    }

    /// <summary>An id may have characters that a key can't.</summary>
    private static string Key(string person) => Uri.EscapeDataString(person);
}
