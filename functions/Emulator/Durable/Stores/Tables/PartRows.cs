using System.Globalization;
using Azure.Data.Tables;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>Content beside the instance's row, in the same partition: large payloads, and the older part of a long history.</summary>
internal static class PartRows
{
    /// <summary>How much one row takes; in base64 it stays well under the 1 MiB that an entity may have.</summary>
    private const int Largest = 512 * 1024;

    private const string Content = "Content";

    public static string Key(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}|{number:D5}");

    public static IReadOnlyList<TableEntity> Cut(string partition, string name, int firstNumber, byte[] bytes)
    {
        var rows = new List<TableEntity>();
        for (var at = 0; at < bytes.Length; at += Largest)
        {
            var row = new TableEntity(partition, Key(name, firstNumber + rows.Count));
            ByteColumns.Write(row, Content, bytes[at..Math.Min(at + Largest, bytes.Length)]);
            rows.Add(row);
        }

        return rows;
    }

    public static async Task<byte[]> ReadAsync(
        TableClient table, string partition, string name, int rows, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(Enumerable.Range(0, rows).Select(
            number => table.GetEntityAsync<TableEntity>(partition, Key(name, number), cancellationToken: cancellationToken)));
        return [.. read.SelectMany(row => ByteColumns.Read(row.Value, Content))];
    }
}
