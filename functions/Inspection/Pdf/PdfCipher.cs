using System.Security.Cryptography;

namespace MicroCred.Inspection.Pdf;

/// <summary>Algorithms for checking PDF passwords that .NET lacks.</summary>
internal static class PdfCipher
{
    private const int Repetitions = 64;
    private const int FewestRounds = 64;

    /// <summary>RC4, used up to PDF 1.6.</summary>
    public static byte[] Rc4(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        byte[] state = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        for (var (at, other) = (0, 0); at < state.Length; at++)
        {
            other = (other + state[at] + key[at % key.Length]) & 0xFF;
            (state[at], state[other]) = (state[other], state[at]);
        }
        var result = data.ToArray();
        for (var (at, first, second) = (0, 0, 0); at < result.Length; at++)
        {
            first = (first + 1) & 0xFF;
            second = (second + state[first]) & 0xFF;
            (state[first], state[second]) = (state[second], state[first]);
            result[at] ^= state[(state[first] + state[second]) & 0xFF];
        }
        return result;
    }

    /// <summary>Algorithm 2.B of ISO 32000-2 for the empty password, slow by design.</summary>
    public static byte[] SlowHash(ReadOnlySpan<byte> salt)
    {
        var key = SHA256.HashData(salt);
        for (var round = 1; ; round++)
        {
            using var aes = Aes.Create();
            aes.Key = key[..16];
            byte[] repeated = [.. Enumerable.Repeat(key, Repetitions).SelectMany(bytes => bytes)];
            var mixed = aes.EncryptCbc(repeated, key[16..32], PaddingMode.None);
            key = (mixed[..16].Sum(value => value) % 3) switch
            {
                0 => SHA256.HashData(mixed),
                1 => SHA384.HashData(mixed),
                _ => SHA512.HashData(mixed),
            };
            if (round >= FewestRounds && mixed[^1] <= round - 32)
            {
                return key[..32];
            }
        }
    }
}
