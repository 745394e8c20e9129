using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using MicroCred.App.Serialization;

namespace MicroCred.App.Storage;

/// <summary>A JSON value in a table row. A property holds 64 KiB (32,768 UTF-16 characters), so longer values span several.</summary>
internal static class ChunkedJson
{
    private const int CharactersAProperty = 32_000;

    /// <summary>Writes the value into the row's properties <c>Json0</c>, <c>Json1</c>, …</summary>
    /// <exception cref="JsonException">The value doesn't serialise.</exception>
    public static TableEntity WithJson<T>(this TableEntity row, T value) => row.With(Chunks(TextOf(value)));

    /// <summary>A value's JSON as it is stored.</summary>
    /// <exception cref="JsonException">The value doesn't serialise.</exception>
    public static string TextOf<T>(T value) => JsonSerializer.Serialize(value, AppJson.Stored);

    /// <summary>The same with chunks of a value's JSON, or some of them.</summary>
    public static TableEntity With(this TableEntity row, IEnumerable<string> chunks)
    {
        foreach ((var number, var chunk) in chunks.Index())
        {
            row[Property(number)] = chunk;
        }

        return row;
    }

    /// <summary>JSON in pieces that each fit a property. Surrogate pairs aren't split, since half of one can't be sent.</summary>
    public static IEnumerable<string> Chunks(string json)
    {
        for (var start = 0; start < json.Length; )
        {
            var end = Math.Min(json.Length, start + CharactersAProperty);
            end -= end < json.Length && char.IsHighSurrogate(json[end - 1]) ? 1 : 0;
            yield return json[start..end];
            start = end;
        }
    }

    /// <summary>Reads what <see cref="WithJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The row holds no such value.</exception>
    public static T Json<T>(this TableEntity row) => Parse<T>(Text(row), row);

    /// <summary>The JSON, or part of it, in a row.</summary>
    public static string Text(TableEntity row)
    {
        List<string> chunks = [];
        while (row.GetString(Property(chunks.Count)) is { } chunk)
        {
            chunks.Add(chunk);
        }

        return string.Concat(chunks);
    }

    /// <summary>Deserialises a row's JSON.</summary>
    /// <exception cref="InvalidDataException">The JSON isn't such a value.</exception>
    public static T Parse<T>(string json, TableEntity row) =>
        JsonSerializer.Deserialize<T>(json, AppJson.Stored)
        ?? throw new InvalidDataException($"The row {row.PartitionKey} / {row.RowKey} holds no {typeof(T).Name}.");

    /// <summary>Whether <see cref="WithJson"/> wrote anything.</summary>
    public static bool HasJson(this TableEntity row) => row.ContainsKey(Property(0));

    private static string Property(int chunk) => "Json" + chunk.ToString(CultureInfo.InvariantCulture);
}
