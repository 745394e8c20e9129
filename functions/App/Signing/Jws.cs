using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MicroCred.App.Serialization;

namespace MicroCred.App.Signing;

/// <summary>
/// Signs and verifies compact JSON Web Signatures (RFC 7515) with ES256. Each states its type, so that a signature for one purpose isn't
/// accepted for another.
/// </summary>
internal sealed class Jws(ISigningKey key)
{
    private const string Algorithm = "ES256";

    public async Task<string> SignAsync(string type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var id = await key.CurrentAsync(cancellationToken);
        var signed = $"{Part(JsonSerializer.SerializeToUtf8Bytes(new Header(Algorithm, id, type), AppJson.Api))}.{Part(payload.Span)}";
        return $"{signed}.{Part(await key.SignAsync(id, HashOf(signed), cancellationToken))}";
    }

    /// <summary>The payload of a JWS of this type signed by the key; null for anything else.</summary>
    public async Task<byte[]?> OpenAsync(string type, string jws, CancellationToken cancellationToken)
    {
        if (
            jws.Split('.') is not [var header, var payload, var signature]
            || !Base64Url.IsValid(header)
            || !Base64Url.IsValid(payload)
            || !Base64Url.IsValid(signature)
            || HeaderOf(header) is not { Alg: Algorithm, Kid: { } id } said
            || said.Typ != type
            || await key.PublicKeyAsync(id, cancellationToken) is not { } half
        )
        {
            return null;
        }

        using var check = ECDsa.Create(half);
        return check.VerifyHash(HashOf($"{header}.{payload}"), Base64Url.DecodeFromChars(signature))
            ? Base64Url.DecodeFromChars(payload)
            : null;
    }

    private static string Part(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] HashOf(string signed) => SHA256.HashData(Encoding.ASCII.GetBytes(signed));

    private static Header? HeaderOf(string part)
    {
        try
        {
            return JsonSerializer.Deserialize<Header>(Base64Url.DecodeFromChars(part), AppJson.Api);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The protected header, with the standard's names.</summary>
    private sealed record Header(string Alg, string Kid, string Typ);
}
