using System.Security.Cryptography;

namespace MicroCred.App.Signing;

/// <summary>A signing key, on the curve P-256. It may be rotated: signatures by earlier versions stay valid.</summary>
internal interface ISigningKey
{
    /// <summary>The id of the version that currently signs.</summary>
    Task<string> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>Signs a SHA-256 by ES256: 64 bytes, r and then s.</summary>
    Task<byte[]> SignAsync(string id, byte[] sha256, CancellationToken cancellationToken);

    /// <summary>The public half of a version; null where the id isn't one of this key's.</summary>
    Task<ECParameters?> PublicKeyAsync(string id, CancellationToken cancellationToken);

    /// <summary>The ids of all versions whose signatures are valid.</summary>
    Task<IReadOnlyList<string>> VersionsAsync(CancellationToken cancellationToken);
}
