using System.Runtime.CompilerServices;

namespace MicroCred.App.Storage;

/// <summary>Finds commands that were written but not followed up completely.</summary>
internal sealed class BrokenOffCommands(Worklists worklists, ApplicationStore applications, TimeProvider time)
{
    /// <summary>A command younger than this may still be running in a request.</summary>
    public static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Their outbox entries, oldest first. One whose command was never written isn't included, unless a later command reached its revision.
    /// One storage request, and one for each entry that old.
    /// </summary>
    /// <param name="of">Only those of this application; null for all.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async IAsyncEnumerable<OutboxEntry> FindAsync(ApplicationId? of, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<OutboxEntry> old = [];
        await foreach (var entry in worklists.OutboxAsync(cancellationToken))
        {
            if (time.GetUtcNow() - entry.At >= UnderWay && (of is null || entry.Application == of))
            {
                old.Add(entry);
            }
        }

        foreach (var entry in old.OrderBy(entry => entry.At))
        {
            if ((await applications.FindAsync(entry.Application, cancellationToken))?.Application.Revision >= entry.Revision)
            {
                yield return entry;
            }
        }
    }

    /// <summary>The oldest of these entries; null where there is none.</summary>
    public async Task<OutboxEntry?> OldestAsync(CancellationToken cancellationToken) =>
        await FindAsync(of: null, cancellationToken).FirstOrDefaultAsync(cancellationToken);
}
