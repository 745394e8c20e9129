using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Operation;

/// <summary>Everything stored about one application except its documents' bytes, of which it has the SHA-256.</summary>
/// <param name="ExportedAt">When, in UTC.</param>
/// <param name="ExportedBy">The id of the person who requested it.</param>
/// <param name="Chain">The result of checking the hash chain.</param>
/// <param name="Application">The application's whole state, as deserialised by this version.</param>
/// <param name="State">The state's JSON exactly as stored: the last event has its hash.</param>
/// <param name="LastHash">The hash of its last event, as stored beside the state.</param>
/// <param name="Events">Its audit events, first to last.</param>
/// <param name="Letters">The letters sent about it, first to last.</param>
/// <param name="Scans">The scans that found documents clean. A scan that found malware is recorded with its document.</param>
internal sealed record ApplicationRecord(
    DateTimeOffset ExportedAt,
    string ExportedBy,
    ChainVerdict Chain,
    Application Application,
    string State,
    string LastHash,
    IReadOnlyList<AuditEvent> Events,
    IReadOnlyList<SentLetter> Letters,
    IReadOnlyList<CleanScan> Scans
)
{
    public static ApplicationRecord Of(
        WholeApplication whole,
        IReadOnlyList<Notice> notices,
        IReadOnlyList<CleanScan> scans,
        string by,
        DateTimeOffset now
    ) =>
        new(
            now,
            by,
            ChainVerdict.Of(whole),
            whole.Application,
            whole.State,
            whole.LastHash,
            [.. whole.Events.Select(kept => kept.Event)],
            [.. notices.Select(SentLetter.Of)],
            scans
        );
}

/// <summary>A scan that found no malware.</summary>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hex.</param>
/// <param name="Id">The scan's id in the scanner's own records.</param>
/// <param name="ETag">The ETag of the blob that it read.</param>
internal sealed record CleanScan(string Sha256, string Id, string ETag);

/// <summary>A letter with its text, as this version writes it from the stored facts.</summary>
internal sealed record SentLetter(string Id, string Kind, string Recipient, string Subject, string Text)
{
    public static SentLetter Of(Notice notice)
    {
        var letter = notice.Write();
        return new SentLetter(notice.Envelope.Id, notice.Kind(), notice.Envelope.Recipient, letter.Subject, letter.InText(site: ""));
    }
}
