using System.Text.Json;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>
/// The signed record of what one night found and archived. Each has the hash of the night before, so the last one vouches for all of them.
/// </summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When it was signed, in UTC.</param>
/// <param name="Previous">The SHA-256 of the file of the night before; 64 zeros for the first.</param>
/// <param name="Compared">How many applications were compared with their archived copies.</param>
/// <param name="Applications">What was archived that night.</param>
/// <param name="Documents">Documents whose bytes were read that night and are unchanged.</param>
/// <param name="Differences">Differences from the archived copies.</param>
/// <param name="Failed">Applications that couldn't be compared or archived.</param>
/// <param name="Refused">All files of the archive that no night added, newly found or known before. None is ever read.</param>
internal sealed record ArchiveNight(
    int Number,
    DateTimeOffset At,
    string Previous,
    int Compared,
    IReadOnlyList<ArchivedHead> Applications,
    IReadOnlyList<SeenBlob> Documents,
    IReadOnlyList<ArchiveDifference> Differences,
    IReadOnlyList<ApplicationId> Failed,
    IReadOnlyList<SeenBlob> Refused
)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AppJson.Stored);

    public static ArchiveNight Read(byte[] payload) =>
        JsonSerializer.Deserialize<ArchiveNight>(payload, AppJson.Stored) ?? throw new InvalidDataException("A signed night is empty.");
}

/// <summary>An application as it stood on a night: a summary of its archived file.</summary>
/// <param name="Id">The application's id.</param>
/// <param name="Revision">The revision that it had.</param>
/// <param name="Events">How many events.</param>
/// <param name="LastHash">The hash of the last.</param>
/// <param name="State">The SHA-256 of its state's JSON.</param>
/// <param name="File">Its file.</param>
/// <param name="Entry">The file of its entry on the register, where it has one.</param>
/// <param name="Differs">Whether it differed from its earlier archived copy, which then stays the reference.</param>
internal sealed record ArchivedHead(
    ApplicationId Id,
    int Revision,
    int Events,
    string LastHash,
    string State,
    SignedFile File,
    SignedFile? Entry,
    bool Differs
)
{
    public static ArchivedHead Of(ArchivedApplication archived, SignedFile file, SignedFile? entry, bool differs) =>
        new(
            archived.Id,
            archived.Revision,
            archived.Events.Count,
            archived.LastHash,
            AuditChain.HashOf(archived.State),
            file,
            entry,
            differs
        );

    public bool IsOf(MicroCred.App.Storage.WholeApplication today) =>
        Revision == today.Application.Revision
        && Events == today.Events.Count
        && LastHash == today.LastHash
        && State == AuditChain.HashOf(today.State);
}

/// <summary>A blob with the ETag it had.</summary>
internal sealed record SeenBlob(string Name, string Tag);
