using System.Text.Json;

namespace MicroCred.Verification;

/// <summary>An entry of the register, as its JSON file has it.</summary>
internal sealed class Entry
{
    private readonly JsonElement _json;

    /// <exception cref="FaultException">It has no number or no version.</exception>
    public Entry(JsonElement json)
    {
        _json = json;
        Number = NumberOf("number");
        Version = NumberOf("version");
        Hash = Hashes.OfText(CanonicalJson.Of(json, "proof", "linkedFrom"));
    }

    public int Number { get; }

    public int Version { get; }

    private string Hash { get; }

    /// <exception cref="FaultException">The leaf is of another entry, or of this one when it said something else.</exception>
    public void Check(LeafText leaf)
    {
        if (leaf.Says.Number != Number)
        {
            throw new FaultException($"Leaf {leaf.Says.Seq - 1} isn't of entry {Number}.");
        }

        if (leaf.Says.Version != Version || leaf.Says.Entry != Hash)
        {
            throw new FaultException($"Entry {Number} doesn't say what leaf {leaf.Says.Seq - 1} of the log recorded of it.");
        }
    }

    /// <summary>Whether a badge's achievement is this entry.</summary>
    public bool IsOf(Badge badge) =>
        badge.Number == Number
        && badge.Title == _json.GetProperty("title").GetString()
        && badge.Version == $"{Version}"
        && badge.Credits == NumberOf("credits");

    private int NumberOf(string name) =>
        _json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number)
            ? number
            : throw new FaultException($"An entry lacks its {name}.");
}
