using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MicroCred.Verification;

/// <summary>
/// An application's record: its audit events, each with the hash of the one before it, and the state that the last one left. An event's hash
/// is the SHA-256 of its fields as netstrings: length in UTF-8 bytes, colon, text, comma.
/// </summary>
internal sealed partial class AuditRecord
{
    private const int WithoutState = 1;
    private const int WithState = 2;
    private static readonly string Origin = new('0', 64);

    private readonly JsonElement _record;
    private readonly IReadOnlyList<JsonElement> _events;
    private readonly string? _stateText;
    private readonly JsonElement _state;

    /// <exception cref="FaultException">It has another shape.</exception>
    public AuditRecord(JsonElement record)
    {
        _record = record;
        _events =
        [
            .. record
                .GetProperty("events")
                .EnumerateArray()
                .Select(e => e.ValueKind == JsonValueKind.String ? Strict.Parse(Encoding.UTF8.GetBytes(e.GetString()!), "An event") : e),
        ];
        _stateText = TextOf(record, "state");
        _state = _stateText is null ? Member(record, "application") : Strict.Parse(Encoding.UTF8.GetBytes(_stateText), "The state");
        Id = Text(_state, "id");
    }

    public string Id { get; }

    public int Events => _events.Count;

    /// <summary>When it was made; null where that isn't said.</summary>
    public DateTimeOffset? At =>
        DateTimeOffset.TryParse(
            TextOf(_record, "exportedAt") ?? TextOf(_record, "archivedAt"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;

    /// <exception cref="FaultException">Something was changed, lost, moved or added.</exception>
    public void Check()
    {
        for (var index = 0; index < _events.Count; index++)
        {
            CheckEvent(index);
        }

        CheckEnd();
        CheckDocuments();
        if (_stateText is not null && TryMember(_record, "application") is { } read && !Covers(read, _state))
        {
            throw new FaultException("The application isn't what the state's text has.");
        }
    }

    /// <exception cref="FaultException">It doesn't go on from an earlier one.</exception>
    public void CheckGoesOnFrom(AuditRecord kept)
    {
        if (Events < kept.Events)
        {
            throw new FaultException($"The record has {Events} events, and the one kept from before has {kept.Events}: it was cut off.");
        }

        for (var index = 0; index < kept.Events; index++)
        {
            if (Text(_events[index], "hash") != Text(kept._events[index], "hash"))
            {
                throw new FaultException($"Event {index + 1} isn't the one of the record kept from before: the chain was written anew.");
            }
        }
    }

    private void CheckEvent(int index)
    {
        var (e, number) = (_events[index], index + 1);
        var before = index == 0 ? (JsonElement?)null : _events[index - 1];
        var (form, stateBefore, stateAfter) = (FormOf(e), TextOf(e, "stateBefore"), TextOf(e, "stateAfter"));
        var fault =
            !HasOnly(e, OfAnEvent) || !HasOnly(Member(e, "actor"), OfAnActor) ? $"Event {number} has something that no hash covers."
            : NumberOf(e, "number") != number ? $"Event {number} is missing."
            : Text(e, "previousHash") != (before is { } last ? Text(last, "hash") : Origin)
                ? $"Event {number} doesn't follow the one before it."
            : form is not (WithoutState or WithState) ? $"Event {number} is of form {form}, which isn't known here."
            : before is { } earlier && form < FormOf(earlier) ? $"Event {number} is of an older form than the one before it."
            : form == WithState != stateAfter is not null || (form == WithoutState && stateBefore is not null)
                ? $"Event {number} should have the hash of a state by its form, or shouldn't."
            : Text(e, "hash") != HashOf(e, form, stateBefore, stateAfter) ? $"Event {number} was changed."
            : before is { } one && TextOf(one, "stateAfter") is { } left && left != stateBefore
                ? $"The application was changed between event {index} and event {number}."
            : null;
        if (fault is not null)
        {
            throw new FaultException(fault);
        }
    }

    private void CheckEnd()
    {
        if (Events != NumberOf(_state, "eventCount"))
        {
            throw new FaultException($"There are {Events} events, and the application counts {NumberOf(_state, "eventCount")}.");
        }

        if (_events is not [.., var last])
        {
            return;
        }

        if (Text(last, "hash") != (TextOf(_record, "lastHash") ?? Text(_state, "lastHash")))
        {
            throw new FaultException($"Event {Events} isn't the one that the application had last.");
        }

        if (FormOf(last) == WithState && (_stateText is null || Text(last, "stateAfter") != Hashes.OfText(_stateText)))
        {
            throw new FaultException($"The state isn't as event {Events} left it.");
        }
    }

    /// <summary>The documents that events added and didn't remove, held against those that the state has.</summary>
    private void CheckDocuments()
    {
        Dictionary<string, string> left = [];
        foreach (var e in _events)
        {
            var document = Document().Match(Text(e, "detail"));
            switch (Text(e, "event"))
            {
                case "DocumentAdded":
                    left[document.Groups["id"].Value] = document.Groups["hash"].Value;
                    break;
                case "DocumentRemoved":
                    left.Remove(document.Groups["id"].Value);
                    break;
            }
        }

        var listed = Member(_state, "documents")
            .EnumerateArray()
            .Select(document => KeyValuePair.Create(Text(document, "id"), Text(document, "sha256")));
        if (!listed.Order(ById).SequenceEqual(left.Order(ById)))
        {
            throw new FaultException("The documents aren't those that the events added and didn't remove.");
        }
    }

    private static Comparer<KeyValuePair<string, string>> ById { get; } =
        Comparer<KeyValuePair<string, string>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    /// <summary>The members that a hash covers, and the hash; nothing would vouch for another.</summary>
    private static readonly IReadOnlySet<string> OfAnEvent = new HashSet<string>
    {
        "number",
        "at",
        "actor",
        "event",
        "detail",
        "previousHash",
        "hash",
        "form",
        "stateBefore",
        "stateAfter",
    };

    private static readonly IReadOnlySet<string> OfAnActor = new HashSet<string> { "id", "name", "kind" };

    private static bool HasOnly(JsonElement value, IReadOnlySet<string> members) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(member => members.Contains(member.Name));

    private static string HashOf(JsonElement e, long form, string? stateBefore, string? stateAfter)
    {
        var actor = Member(e, "actor");
        string[] fields =
        [
            NumberOf(e, "number").ToString(CultureInfo.InvariantCulture),
            Instant(Text(e, "at")),
            Text(actor, "id"),
            Text(actor, "name"),
            Text(actor, "kind"),
            Text(e, "event"),
            Text(e, "detail"),
            Text(e, "previousHash"),
        ];
        if (form != WithoutState)
        {
            fields = [$"{form}", .. fields, stateBefore ?? "", stateAfter ?? ""];
        }

        return Hashes.OfText(string.Concat(fields.Select(field => $"{Encoding.UTF8.GetByteCount(field)}:{field},")));
    }

    /// <summary>2026-01-31T01:02:03.1+00:00 is hashed as 2026-01-31T01:02:03.1000000Z.</summary>
    private static string Instant(string text) =>
        Time().Match(text) is { Success: true } time
            ? $"{time.Groups["second"].Value}.{time.Groups["fraction"].Value.PadRight(7, '0')}Z"
            : throw new FaultException($"“{text}” is no time.");

    /// <summary>Whether what the app read of a text is what the text has; fields that the text lacks may have been added.</summary>
    private static bool Covers(JsonElement read, JsonElement text) =>
        text.ValueKind switch
        {
            JsonValueKind.Object => read.ValueKind == JsonValueKind.Object
                && text.EnumerateObject().All(member => TryMember(read, member.Name) is not { } found || Covers(found, member.Value)),
            JsonValueKind.Array => read.ValueKind == JsonValueKind.Array
                && read.GetArrayLength() == text.GetArrayLength()
                && text.EnumerateArray().Zip(read.EnumerateArray()).All(pair => Covers(pair.Second, pair.First)),
            _ => CanonicalJson.Of(read) == CanonicalJson.Of(text),
        };

    private static long FormOf(JsonElement e) => TryMember(e, "form") is null ? WithoutState : NumberOf(e, "form");

    private static long NumberOf(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number)
            ? number
            : throw new FaultException($"“{name}” isn't a number.");

    private static string Text(JsonElement value, string name) =>
        TextOf(value, name) ?? throw new FaultException($"“{name}” is missing, or isn't a text.");

    private static string? TextOf(JsonElement value, string name) =>
        TryMember(value, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static JsonElement Member(JsonElement value, string name) =>
        TryMember(value, name) ?? throw new FaultException($"“{name}” is missing.");

    private static JsonElement? TryMember(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null
            ? found
            : null;

    [GeneratedRegex(@"^(?<second>[^.+Z]+)(?:\.(?<fraction>\d+))?(?:Z|\+00:00)$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<id>d\d+): (?:.* SHA-256 (?<hash>[0-9a-f]{64})\.)?", RegexOptions.Singleline)]
    private static partial Regex Document();
}
