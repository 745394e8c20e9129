
namespace MicroCred.App.Storage;

/// <summary>Finds commands that are written while not all that follows from them is done.</summary>
internal sealed class BrokenOffCommands(Worklists worklists, ApplicationStore applications, TimeProvider time)
{
    /// <summary>A command younger than this may still be under way in a request.</summary>
    public static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Their outbox entries. One whose command was never written, because somebody else's was quicker or the process ended before, isn't
    /// among them. One storage request, and one for each application with an entry that old.
    /// </summary>
    public async Task<IReadOnlyList<OutboxEntry>> Find(CancellationToken cancel)
    {
        List<OutboxEntry> found = [];
        await foreach (OutboxEntry entry in worklists.Outbox(cancel))
        {
            if (time.GetUtcNow() - entry.At >= UnderWay
                && (await applications.Find(entry.Application, cancel))?.Application.Revision >= entry.Revision)
            {
                found.Add(entry);
            }
        }

        return found;
    }
}
