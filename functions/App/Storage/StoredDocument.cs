namespace MicroCred.App.Storage;

/// <summary>
/// Bytes stored for an application; several of its documents may share them. The name includes their hash, so it never refers to others.
/// </summary>
/// <param name="Application">The application's id.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hex.</param>
internal sealed record StoredDocument(ApplicationId Application, string Sha256)
{
    private const int HexDigits = 64;

    /// <summary>Its blob's name.</summary>
    public string Name => $"{Application}/{Sha256}";

    /// <summary>Parses a blob's name; null where it isn't one of ours.</summary>
    public static StoredDocument? Named(string name) =>
        name.Split('/') is [var application, { Length: HexDigits } sha256]
        && sha256.All(char.IsAsciiHexDigitLower)
        && ApplicationId.TryCreate(application, out var id)
            ? new StoredDocument(id, sha256)
            : null;
}
