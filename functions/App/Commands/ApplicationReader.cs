using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;

namespace MicroCred.App.Commands;

/// <summary>Reads an application for a caller. One that the caller may not see is treated as nonexistent.</summary>
internal sealed class ApplicationReader(IApplications applications)
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
