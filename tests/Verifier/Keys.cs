using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MicroCred.Verification;

/// <summary>The register's published keys, a JSON Web Key Set, and what they signed.</summary>
internal sealed class Keys(JsonElement set)
{
    /// <summary>The payload of a compact JWS by ES256.</summary>
    /// <exception cref="FaultException">None of the keys signed it.</exception>
    public byte[] Open(string jws, string what)
    {
        if (jws.Split('.') is not [var header, var payload, var signature])
        {
            throw new FaultException($"{what} has no signature that can be read.");
        }

        var said = Strict.Parse(Decoded(header, what), what);
        if (Text(said, "alg") != "ES256" || Text(said, "kid") is not { } id)
        {
            throw new FaultException($"{what} isn't signed by ES256 with a key that it names.");
        }

        var found = set.GetProperty("keys").EnumerateArray().FirstOrDefault(key => Text(key, "kid") == id);
        if (found.ValueKind == JsonValueKind.Undefined)
        {
            throw new FaultException($"{what} is signed by a key that isn't among the register's.");
        }

        using var key = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Decoded(Text(found, "x")!, what), Y = Decoded(Text(found, "y")!, what) },
            }
        );
        return key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{payload}"), Decoded(signature, what), HashAlgorithmName.SHA256)
            ? Decoded(payload, what)
            : throw new FaultException($"{what} isn't what the register signed.");
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String
            ? found.GetString()
            : null;

    /// <summary>Bytes in base64url, of which there is one spelling.</summary>
    private static byte[] Decoded(string text, string what)
    {
        if (Base64Url.IsValid(text))
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (Base64Url.EncodeToString(bytes) == text)
            {
                return bytes;
            }
        }

        throw new FaultException($"{what} has no signature that can be read.");
    }
}
