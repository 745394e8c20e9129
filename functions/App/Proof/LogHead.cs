namespace MicroCred.App.Proof;

/// <summary>The register's log as it was at a time, signed.</summary>
/// <param name="Size">How many leaves it had.</param>
/// <param name="Root">The root of their Merkle tree (RFC 9162), in lower-case hex.</param>
/// <param name="At">When it was signed, in UTC.</param>
/// <param name="Jws">A compact JWS (ES256) whose payload is the size, the root and the time.</param>
internal sealed record LogHead(long Size, string Root, DateTimeOffset At, string Jws);

/// <summary>What a head's signature covers.</summary>
internal sealed record SignedSize(long Size, string Root, DateTimeOffset At);
