using System.Security.Cryptography;

namespace MicroCred.Demo.Documents.Pdf;

/// <summary>Algorithm 2.B of ISO 32000-2: the slow hash of a password.</summary>
internal static class PdfPasswordHash
{
    public static byte[] Of(byte[] password, byte[] salt, byte[] user)
    {
        var key = SHA256.HashData([.. password, .. salt, .. user]);
        for (var round = 1; ; round++)
        {
            byte[] once = [.. password, .. key, .. user];
            using var aes = Aes.Create();
            aes.Key = key[..16];
            byte[] repeated = [.. Enumerable.Repeat(once, 64).SelectMany(bytes => bytes)];
            var mixed = aes.EncryptCbc(repeated, key[16..32], PaddingMode.None);
            key = (mixed[..16].Sum(value => value) % 3) switch
            {
                0 => SHA256.HashData(mixed),
                1 => SHA384.HashData(mixed),
                _ => SHA512.HashData(mixed),
            };
            if (round >= 64 && mixed[^1] <= round - 32)
            {
                return key[..32];
            }
        }
    }
}
