using System.Globalization;

namespace MicroCred.App.Storage;

/// <summary>Keys in <see cref="StorageNames.WorklistsTable"/> of the documents that wait for a scan.</summary>
internal static class WithheldRows
{
    /// <summary>The prefix of these keys, which are ordered by the time of storing.</summary>
    public static string All => "scan|";

    public static string Until(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}{time.UtcDateTime:yyyyMMddHHmmss}");

    public static string Of(DateTimeOffset kept, StoredDocument document) => $"{Until(kept)}|{document.Application}|{document.Sha256}";

    /// <summary>The document that a key refers to.</summary>
    public static StoredDocument In(string partition) =>
        partition.Split('|') is [_, _, var id, var sha256]
            ? new(ApplicationId.Parse(id), sha256)
            : throw new FormatException($"{partition} is no line of a document.");
}
