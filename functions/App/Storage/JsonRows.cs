using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;

namespace MicroCred.App.Storage;

/// <summary>
/// A JSON value in a table row and, where it exceeds one row, in further rows beside it. Each write puts its own id into all its rows, so
/// that a reader never combines rows of two writes. A row takes 1 MiB, at two bytes a character in the cloud; Azurite counts it as sent,
/// where a character outside ASCII takes six bytes.
/// </summary>
internal static class JsonRows
{
    private const int BytesARow = 900 * 1024;

    /// <summary>Concurrent writes interfere once or twice, not time after time.</summary>
    private const int MostTries = 10;
    private const string Count = "Rows";
    private const string Write = "Write";

    /// <summary>The value as rows: the first has the key, the others the key with their number.</summary>
    public static IReadOnlyList<TableEntity> Of<T>(string partition, string key, T value) =>
        OfText(partition, key, ChunkedJson.TextOf(value));

    /// <summary>The same for a value's JSON.</summary>
    public static IReadOnlyList<TableEntity> OfText(string partition, string key, string json)
    {
        var write = Guid.NewGuid().ToString("N");
        List<List<string>> rows =
        [
            [],
        ];
        var bytes = 0;
        foreach (var chunk in ChunkedJson.Chunks(json))
        {
            var sent = Math.Max(JsonEncodedText.Encode(chunk).EncodedUtf8Bytes.Length, chunk.Length * sizeof(char));
            if (bytes + sent > BytesARow)
            {
                rows.Add([]);
                bytes = 0;
            }

            rows[^1].Add(chunk);
            bytes += sent;
        }

        return
        [
            .. rows.Select(
                (chunks, number) => new TableEntity(partition, Key(key, number)) { [Write] = write, [Count] = rows.Count }.With(chunks)
            ),
        ];
    }

    /// <summary>The key of one of a value's rows; the first is number 0.</summary>
    public static string Key(string key, int number) => number == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}|{number}");

    /// <summary>How many rows a value has, from its first row.</summary>
    public static int RowsOf(TableEntity first) => first.GetInt32(Count) ?? 1;

    /// <summary>Whether two rows were written together.</summary>
    public static bool AreOfOneWrite(TableEntity one, TableEntity other) => one.GetString(Write) == other.GetString(Write);

    /// <summary>
    /// Reads a value, its JSON exactly as stored, and its first row; null where there is none. One storage request for each row.
    /// </summary>
    /// <exception cref="InvalidDataException">A row is missing, or is from another write.</exception>
    public static async Task<(T Value, string Text, TableEntity First)?> FindAsync<T>(
        TableClient table,
        string partition,
        string key,
        CancellationToken cancellationToken
    )
    {
        for (var time = 1; time <= MostTries; time++)
        {
            if (await FindRowAsync(table, partition, key, cancellationToken) is not { } first)
            {
                return null;
            }

            var others = await Task.WhenAll(
                Enumerable.Range(1, RowsOf(first) - 1).Select(number => FindRowAsync(table, partition, Key(key, number), cancellationToken))
            );

            // If somebody wrote it in between, it is read again.
            if (others.All(row => row is not null && AreOfOneWrite(first, row)))
            {
                var text = string.Concat(others.OfType<TableEntity>().Prepend(first).Select(ChunkedJson.Text));
                return (ChunkedJson.Parse<T>(text, first), text, first);
            }
        }

        throw new InvalidDataException($"The rows of {partition} / {key} don't belong together.");
    }

    /// <summary>The values in rows of one partition, in the order of their keys.</summary>
    /// <exception cref="InvalidDataException">A row holds no such value.</exception>
    public static IEnumerable<T> In<T>(IEnumerable<TableEntity> rows)
    {
        List<List<TableEntity>> values = [];
        foreach (var row in rows.OrderBy(row => row.RowKey, StringComparer.Ordinal))
        {
            if (values is [.., var last] && IsOf(last, row))
            {
                last.Add(row);
            }
            else
            {
                values.Add([row]);
            }
        }

        return values.Select(Joined<T>);
    }

    /// <summary>The values in rows that come in the order of their keys, one at a time in memory.</summary>
    /// <exception cref="InvalidDataException">A row holds no such value.</exception>
    public static async IAsyncEnumerable<T> InAsync<T>(
        IAsyncEnumerable<TableEntity> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        List<TableEntity> value = [];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (value.Count > 0 && IsOf(value, row))
            {
                value.Add(row);
                continue;
            }

            if (value.Count > 0)
            {
                yield return Joined<T>(value);
            }

            value = [row];
        }

        if (value.Count > 0)
        {
            yield return Joined<T>(value);
        }
    }

    private static bool IsOf(List<TableEntity> value, TableEntity row) =>
        row.RowKey.StartsWith($"{value[0].RowKey}|", StringComparison.Ordinal);

    /// <summary>A shorter value leaves a longer one's last rows behind, which aren't its own.</summary>
    private static T Joined<T>(List<TableEntity> rows) =>
        ChunkedJson.Parse<T>(
            string.Concat(rows.Where(row => AreOfOneWrite(rows[0], row)).OrderBy(row => row.RowKey.Length).Select(ChunkedJson.Text)),
            rows[0]
        );

    private static async Task<TableEntity?> FindRowAsync(
        TableClient table,
        string partition,
        string key,
        CancellationToken cancellationToken
    )
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}
