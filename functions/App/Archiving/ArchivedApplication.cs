using System.Text.Json;
using System.Text.Json.Serialization;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>
/// An application as it stood, with everything needed to check it without this system. Stored values are kept as the original text and
/// never reserialised, so that no later version can read them differently.
/// </summary>
/// <param name="Id">The application's id.</param>
/// <param name="Revision">The revision that it had.</param>
/// <param name="State">Its state, as the JSON that was stored.</param>
/// <param name="LastHash">The hash of its last event, as it was stored beside the state.</param>
/// <param name="Events">Its audit events, first to last, each as the JSON that was stored.</param>
/// <param name="ChainIsWhole">Whether, when archived, each event followed from the one before and the state from the last.</param>
/// <param name="ChainBreak">Where the chain first broke.</param>
/// <param name="RegisterEntry">Its entry on the register, where it has one.</param>
/// <param name="ArchivedAt">When it was archived, in UTC.</param>
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
    /// <summary>The state, deserialised by this version.</summary>
    [JsonIgnore]
    public Application Application => JsonSerializer.Deserialize<Application>(State, AppJson.Stored)!;

    /// <param name="whole">The application as it was read.</param>
    /// <param name="entry">Its entry on the register, where it has one.</param>
    /// <param name="now">When it is archived.</param>
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

    /// <summary>Parses a file; null where it isn't an archived application.</summary>
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
    /// Whether all of this matches the application's rows, today's or those of the archived revision, as confirmed by today's events.
    /// Identifies files that an interrupted night added and didn't sign.
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

/// <summary>A file in the archive.</summary>
/// <param name="Name">Its name in its container.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hex.</param>
internal sealed record ArchivedFile(string Name, string Sha256)
{
    public static ArchivedFile Of(SignedFile file) => new(file.Name.Split('/', 2)[1], file.Sha256);
}
