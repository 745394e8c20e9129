using System.Globalization;

namespace MicroCred.App.Storage;

/// <summary>Keys in <see cref="StorageNames.WorklistsTable"/> of the index of kept answers.</summary>
internal static class KeptAnswerRows
{
    /// <summary>The prefix of these keys, which are ordered by the answers' time.</summary>
    public static string All => "answer|";

    public static string Until(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}{time.UtcDateTime:yyyyMMddHHmmss}");

    public static string Of(DateTimeOffset given, ApplicationId id, string keyHash) => $"{Until(given)}|{id}|{keyHash}";

    /// <summary>The answer that a key refers to.</summary>
    public static (ApplicationId Id, string KeyHash) In(string partition) =>
        partition.Split('|') is [_, _, var id, var hash]
            ? (ApplicationId.Parse(id), hash)
            : throw new FormatException($"{partition} is no line of an answer.");
}
