using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;

namespace MicroCred.App.Commands;

/// <summary>Reads an application for somebody. What isn't theirs to see is as if it weren't there.</summary>
internal sealed class ApplicationReader(ApplicationStore applications)
{
    /// <summary>An application that the caller may see; null where there is none. One storage request.</summary>
    public async Task<StoredApplication?> FindAsync(ApplicationId id, Caller caller, CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(id, cancellationToken) is not { } found || !caller.MayRead(found.Application))
        {
            return null;
        }

        TraceLinks.Follow(id, found.Trace);
        return found;
    }
}
