namespace MicroCred.App.Storage;

/// <summary>
/// Bytes that are kept for an application; several of its documents may have the same. The name is theirs alone, so it holds for good.
/// </summary>
/// <param name="Application">The application's id.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hex.</param>
internal sealed record StoredDocument(ApplicationId Application, string Sha256)
{
    private const int HexDigits = 64;

    /// <summary>What its blob is called.</summary>
    public string Name => $"{Application}/{Sha256}";

    /// <summary>What a blob of that name is; null where none of ours is called so.</summary>
    public static StoredDocument? Named(string name) =>
        name.Split('/') is [var application, { Length: HexDigits } sha256]
        && sha256.All(char.IsAsciiHexDigitLower)
        && ApplicationId.TryCreate(application, out var id)
            ? new StoredDocument(id, sha256)
            : null;
}
