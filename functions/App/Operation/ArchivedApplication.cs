using MicroCred.Approval;

namespace MicroCred.App.Operation;

/// <summary>An application as it ended, with all that is needed to check it without this system.</summary>
/// <param name="Application">The application at its last revision.</param>
/// <param name="Events">Its audit events, first to last, with their hashes.</param>
/// <param name="ChainIsWhole">Whether each of them followed from the one before when they were put away.</param>
/// <param name="ChainBreak">Where they first didn't.</param>
/// <param name="RegisterEntry">Its entry on the register, where it has one.</param>
/// <param name="ArchivedAt">When it was put away, in UTC.</param>
internal sealed record ArchivedApplication(
    Application Application,
    IReadOnlyList<AuditEvent> Events,
    bool ChainIsWhole,
    AuditBreak? ChainBreak,
    ArchivedFile? RegisterEntry,
    DateTimeOffset ArchivedAt)
{
    /// <param name="application">The application as it was read.</param>
    /// <param name="events">Its events, read after it: should a change have come since, its events belong to the next file.</param>
    /// <param name="entry">Its entry on the register, where it has one.</param>
    /// <param name="now">When it is put away.</param>
    public static ArchivedApplication Of(Application application, IReadOnlyList<AuditEvent> events, ArchivedFile? entry, DateTimeOffset now)
    {
        IReadOnlyList<AuditEvent> until = [.. events.Take(application.EventCount)];
        AuditBreak? broken = AuditChain.Verify(application, until);
        return new(application, until, broken is null, broken, entry, now);
    }
}

/// <summary>A file that was put away.</summary>
/// <param name="Name">Its name in its container.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
internal sealed record ArchivedFile(string Name, string Sha256);
