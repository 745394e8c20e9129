using System.Text.Json;
using System.Text.Json.Serialization;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>
/// An application as it stood, with all that is needed to check it without this system. What is kept of it stands here to the letter, as
/// text: it is never written anew, so that no later version's reading can differ.
/// </summary>
/// <param name="Id">The application's id.</param>
/// <param name="Revision">The revision that it had.</param>
/// <param name="State">Its state, the text that it was kept as.</param>
/// <param name="LastHash">What was kept beside it as the hash of its last event.</param>
/// <param name="Events">Its audit events, first to last, each the text that it was kept as.</param>
/// <param name="ChainIsWhole">Whether each of them followed from the one before when they were put away, and the state from the
/// last.</param>
/// <param name="ChainBreak">Where they first didn't.</param>
/// <param name="RegisterEntry">Its entry on the register, where it has one.</param>
/// <param name="ArchivedAt">When it was put away, in UTC.</param>
internal sealed record ArchivedApplication(
    ApplicationId Id,
    int Revision,
    string State,
    string LastHash,
    IReadOnlyList<string> Events,
    bool ChainIsWhole,
    AuditBreak? ChainBreak,
    ArchivedFile? RegisterEntry,
    DateTimeOffset ArchivedAt
)
{
    /// <summary>The state as this version reads it.</summary>
    [JsonIgnore]
    public Application Application => JsonSerializer.Deserialize<Application>(State, AppJson.Stored)!;

    /// <param name="whole">The application as it was read.</param>
    /// <param name="entry">Its entry on the register, where it has one.</param>
    /// <param name="now">When it is put away.</param>
    public static ArchivedApplication Of(WholeApplication whole, ArchivedFile? entry, DateTimeOffset now) =>
        new(
            whole.Application.Id,
            whole.Application.Revision,
            whole.State,
            whole.LastHash,
            [.. whole.Events.Select(kept => kept.Text)],
            whole.Break is null,
            whole.Break,
            entry,
            now
        );

    /// <summary>Reads a file; null where it isn't one of these.</summary>
    public static ArchivedApplication? Read(BinaryData file)
    {
        try
        {
            var read = JsonSerializer.Deserialize<ArchivedApplication>(file, AppJson.Stored);
            return read is { State: not null, Events: not null } ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public BinaryData ToBytes() => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(this, AppJson.Stored));

    /// <summary>
    /// Whether all of this is what the application's rows have today, or had when they had that revision, as today's events bear out. A
    /// file that a night added which broke off before it was signed is known again by it.
    /// </summary>
    public bool IsBorneOutBy(WholeApplication today)
    {
        var events = today.Events;
        if (
            Id != today.Application.Id
            || Events.Count > events.Count
            || !Events.SequenceEqual(events.Take(Events.Count).Select(kept => kept.Text))
        )
        {
            return false;
        }

        return State == today.State
            ? Events.Count == events.Count && LastHash == today.LastHash && Revision == today.Application.Revision
            : Events.Count > 0
                && events[Events.Count - 1].Event is var last
                && last.StateAfter == AuditChain.HashOf(State)
                && LastHash == last.Hash
                && today.Break is null
                && Revision == Application.Revision;
    }
}

/// <summary>A file that was put away.</summary>
/// <param name="Name">Its name in its container.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
internal sealed record ArchivedFile(string Name, string Sha256)
{
    public static ArchivedFile Of(SignedFile file) => new(file.Name.Split('/', 2)[1], file.Sha256);
}
