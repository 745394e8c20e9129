using System.Globalization;

namespace MicroCred.App.Storage;

/// <summary>Keys in <see cref="StorageNames.WorklistsTable"/> of the answers that are kept for repeats.</summary>
internal static class KeptAnswerRows
{
    /// <summary>The answers that are kept for repeats, by when they were given.</summary>
    public static string All => "answer|";

    public static string Until(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}{time.UtcDateTime:yyyyMMddHHmmss}");

    public static string Of(DateTimeOffset given, ApplicationId id, string keyHash) => $"{Until(given)}|{id}|{keyHash}";

    /// <summary>Which answer a line is of.</summary>
    public static (ApplicationId Id, string KeyHash) In(string partition) =>
        partition.Split('|') is [_, _, var id, var hash]
            ? (ApplicationId.Parse(id), hash)
            : throw new FormatException($"{partition} is no line of an answer.");
}
