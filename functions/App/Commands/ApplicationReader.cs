using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Storage;

namespace MicroCred.App.Commands;

/// <summary>Reads an application for somebody. What isn't theirs to see is as if it weren't there.</summary>
internal sealed class ApplicationReader(ApplicationStore applications)
{
    /// <summary>An application that the caller may see; null where there is none. One storage request.</summary>
    public async Task<StoredApplication?> Find(ApplicationId id, Caller caller, CancellationToken cancel)
    {
        if (await applications.Find(id, cancel) is not { } found || !caller.MayRead(found.Application))
        {
            return null;
        }

        Trail.Follow(id, found.Trace);
        return found;
    }
}
