using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// A change of the register as its Merkle log holds it: nothing of it is private, and it binds the entry's public JSON by hash.
/// </summary>
/// <param name="Seq">The change's number, from 1 without gaps; its leaf is one less.</param>
/// <param name="At">When it was appended, in UTC.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="Number">The entry's number; null for what isn't of one entry.</param>
/// <param name="Version">The entry's version; null likewise.</param>
/// <param name="Entry">The hash of the entry's JSON by <see cref="HashOf"/>; null likewise.</param>
public sealed record RegisterLeaf(long Seq, DateTimeOffset At, string Kind, int? Number, int? Version, string? Entry)
{
    /// <summary>The leaf's text: its canonical JSON.</summary>
    [JsonIgnore]
    public string Text =>
        CanonicalJson.Of(JsonSerializer.SerializeToElement(this with { At = At.ToUniversalTime() }, ApprovalJson.Options));

    /// <summary>
    /// The SHA-256, in lower-case hex, of the canonical form of an entry's JSON without <c>proof</c>, which follows from the log, and <c>
    /// linkedFrom</c>, which follows from other entries.
    /// </summary>
    /// <exception cref="JsonException">The JSON has no canonical form.</exception>
    public static string HashOf(ReadOnlyMemory<byte> entryJson) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Of(entryJson, "proof", "linkedFrom"))));
}
