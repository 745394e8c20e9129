using System.Collections.Concurrent;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>Documents that are made of all entries, such as the statistics, each kept until an entry changes.</summary>
internal sealed class RegisterDocuments(RegisterIndex index)
{
    /// <summary>The maximum number of documents that are kept: readers may ask for any day's statistics.</summary>
    private const int Most = 50;

    private volatile Made _made = new([]);

    /// <summary>A document, made where it isn't kept.</summary>
    /// <param name="name">The document's name, different for each.</param>
    /// <param name="make">Makes it of all entries.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<BinaryData> ReadAsync(
        string name,
        Func<IReadOnlyList<RegisterEntry>, Task<BinaryData>> make,
        CancellationToken cancellationToken
    )
    {
        var entries = await index.AllAsync(cancellationToken);
        var made = _made;
        if (!ReferenceEquals(made.Entries, entries))
        {
            _made = made = new Made(entries);
        }

        if (made.Documents.TryGetValue(name, out var kept))
        {
            return kept;
        }

        var document = await make(entries);
        if (made.Documents.Count < Most)
        {
            made.Documents.TryAdd(name, document);
        }

        return document;
    }

    /// <summary>What was made of a list of entries.</summary>
    private sealed class Made(IReadOnlyList<RegisterEntry> entries)
    {
        public IReadOnlyList<RegisterEntry> Entries { get; } = entries;

        public ConcurrentDictionary<string, BinaryData> Documents { get; } = [];
    }
}
