namespace MicroCred.Approval;

/// <summary>The limits on an application's documents.</summary>
public static class DocumentLimits
{
    /// <summary>The largest document, in bytes: 25 MiB.</summary>
    public const long Each = 25L << 20;

    /// <summary>The largest total of all documents, in bytes: 100 MiB.</summary>
    public const long Together = 100L << 20;

    /// <summary>The most documents: more wouldn't be read, and an application must stay small enough to load at once.</summary>
    public const int Count = 100;

    internal static string? Broken(IReadOnlyList<Document> documents, long added) =>
        added > Each ? "A document may have 25 MiB at most."
        : documents.Sum(document => document.Size) + added > Together ? "An application's documents may have 100 MiB together."
        : documents.Count == Count ? $"An application may have {Count} documents."
        : null;
}
