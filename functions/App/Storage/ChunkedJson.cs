using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace MicroCred.App.Storage;

/// <summary>A JSON value kept in a table row. A property holds 64 KiB (32,768 UTF-16 characters), so longer values run over several.</summary>
internal static class ChunkedJson
{
    private const int CharactersAProperty = 32_000;

    /// <summary>Writes the value into the row's properties <c>Json0</c>, <c>Json1</c>, …</summary>
    /// <exception cref="JsonException">The value doesn't serialise.</exception>
    public static TableEntity WithJson<T>(this TableEntity row, T value)
    {
        ReadOnlySpan<char> json = JsonSerializer.Serialize(value, AppJson.Stored);
        for (int chunk = 0; !json.IsEmpty; chunk++)
        {
            int length = Math.Min(json.Length, CharactersAProperty);
            row[Property(chunk)] = json[..length].ToString();
            json = json[length..];
        }

        return row;
    }

    /// <summary>Reads what <see cref="WithJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The row holds no such value.</exception>
    public static T Json<T>(this TableEntity row)
    {
        string json = row.GetString(Property(0)) ?? "";
        for (int chunk = 1; row.GetString(Property(chunk)) is { } more; chunk++)
        {
            json += more;
        }

        return JsonSerializer.Deserialize<T>(json, AppJson.Stored)
            ?? throw new InvalidDataException($"The row {row.PartitionKey} / {row.RowKey} holds no {typeof(T).Name}.");
    }

    /// <summary>Whether <see cref="WithJson"/> wrote anything.</summary>
    public static bool HasJson(this TableEntity row) => row.ContainsKey(Property(0));

    private static string Property(int chunk) => "Json" + chunk.ToString(CultureInfo.InvariantCulture);
}
