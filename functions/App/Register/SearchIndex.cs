using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// The register's entries by their words, for search and similarity. It follows <see cref="RegisterIndex"/> on request: only entries that
/// changed are indexed again. Any number of searches run at once.
/// </summary>
internal sealed class SearchIndex(RegisterIndex index) : IDisposable
{
    private readonly SemaphoreSlim _following = new(1);
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly RegisterSearch _search = new();
    private IReadOnlyList<RegisterEntry>? _followed;

    /// <summary>A page of the entries that a query finds. No storage request but the index's.</summary>
    public Task<FoundEntries> FindAsync(RegisterQuery query, CancellationToken cancellationToken) =>
        ReadAsync(index.AllAsync, search => search.Find(query), cancellationToken);

    /// <summary>Entries like a micro-credential, the most similar first.</summary>
    public Task<IReadOnlyList<(RegisterEntry Entry, Likeness Likeness)>> SimilarToAsync(
        Description wanted,
        CancellationToken cancellationToken
    ) => ReadAsync(index.AllAsync, search => search.SimilarTo(wanted), cancellationToken);

    /// <summary>Entries that an application may duplicate, the most similar first. They may lack those of the last few minutes.</summary>
    public Task<IReadOnlyList<SimilarListing>> CloseToAsync(Application application, CancellationToken cancellationToken) =>
        ReadAsync(index.AllForLikenessAsync, search => search.CloseTo(application), cancellationToken);

    /// <summary>
    /// The number of the current entry that is the listing that an application asks for; null where there is none. One of the last few
    /// minutes may be missed.
    /// </summary>
    public async Task<int?> SameListingAsync(Application application, CancellationToken cancellationToken)
    {
        var (provider, content, key) = (application.Provider.Number, application.Content.MicroCredential, ListingKey.Of(application));
        return key is null
            ? null
            : (await index.AllForLikenessAsync(cancellationToken))
                .FirstOrDefault(entry =>
                    entry.Status == RegisterStatus.Current
                    && entry.Developer.Number == provider
                    && entry.Level.Value == content?.Level
                    && entry.Credits.Value == content.Credits
                    && ListingKey.Of(entry) == key
                )
                ?.Number;
    }

    public void Dispose()
    {
        _following.Dispose();
        _lock.Dispose();
    }

    private async Task<T> ReadAsync<T>(
        Func<CancellationToken, Task<IReadOnlyList<RegisterEntry>>> entries,
        Func<RegisterSearch, T> read,
        CancellationToken cancellationToken
    )
    {
        // One after the other, so that an older list never takes the place of a newer one.
        await _following.WaitAsync(cancellationToken);
        try
        {
            Follow(await entries(cancellationToken));
        }
        finally
        {
            _following.Release();
        }

        _lock.EnterReadLock();
        try
        {
            return read(_search);
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private void Follow(IReadOnlyList<RegisterEntry> entries)
    {
        if (ReferenceEquals(entries, _followed))
        {
            return;
        }

        _lock.EnterWriteLock();
        try
        {
            foreach (var entry in entries)
            {
                _search.Add(entry);
            }

            _followed = entries;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
