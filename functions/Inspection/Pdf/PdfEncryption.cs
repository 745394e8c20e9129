using System.Security.Cryptography;

namespace MicroCred.Inspection.Pdf;

/// <summary>A PDF's encryption, as far as is needed to tell whether it opens without a password [ISO 32000-2, 7.6.4].</summary>
internal sealed class PdfEncryption(PdfDictionary dictionary, byte[] fileId, PdfContents contents)
{
    private const int LegacyCheck = 16;
    private const int Hash = 32;
    private const int Salt = 8;

    // Padding for passwords; an empty password consists of it alone.
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    /// <summary>Null for an unencrypted file.</summary>
    public static PdfEncryption? Of(PdfContents contents)
    {
        foreach (var trailer in contents.Trailers)
        {
            if (contents.Dictionary(trailer, "Encrypt").FirstOrDefault() is { } dictionary)
            {
                return new(dictionary, FileId(contents), contents);
            }
        }
        return null;
    }

    /// <summary>True where only an owner password is set, which restricts printing, copying or changing.</summary>
    public bool OpensWithoutPassword() =>
        Number("R") switch
        {
            _ when dictionary.Name("Filter") != "Standard" => false,
            2 => PdfCipher.Rc4(LegacyKey(), Padding).AsSpan().SequenceEqual(Bytes("U")),
            3 or 4 => Check3().AsSpan().SequenceEqual(Bytes("U").AsSpan(0, Math.Min(LegacyCheck, Bytes("U").Length))),
            5 => Bytes("U") is { Length: >= Hash + Salt } user
                && SHA256.HashData(user.AsSpan(Hash, Salt)).AsSpan().SequenceEqual(user.AsSpan(0, Hash)),
            6 => Bytes("U") is { Length: >= Hash + Salt } user
                && PdfCipher.SlowHash(user.AsSpan(Hash, Salt)).AsSpan().SequenceEqual(user.AsSpan(0, Hash)),
            _ => false,
        };

    private static byte[] FileId(PdfContents contents) =>
        contents
            .Trailers.SelectMany(trailer => contents.Resolve(trailer, "ID"))
            .OfType<PdfList>()
            .SelectMany(list => list.Items)
            .OfType<PdfString>()
            .FirstOrDefault()
            ?.Bytes
        ?? [];

    // Algorithm 2.
    private byte[] LegacyKey()
    {
        var length = Number("R") == 2 ? 5 : (int)Math.Clamp(KeyBits() / 8, 5, 16);
        byte[] unchecked4 = Number("R") >= 4 && contents.Is(dictionary, "EncryptMetadata", "false") ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        var key = Md5([.. Padding, .. Bytes("O").Take(Hash), .. BitConverter.GetBytes((int)Number("P")), .. fileId, .. unchecked4]);
        for (var round = 0; Number("R") >= 3 && round < 50; round++)
        {
            key = Md5(key.AsSpan(0, length));
        }

        return key[..length];
    }

    // MD5, as the format requires; it protects nothing here.
    private static byte[] Md5(ReadOnlySpan<byte> bytes) => CryptographicOperations.HashData(HashAlgorithmName.MD5, bytes);

    private long KeyBits() => dictionary.Number("V") == 4 ? 128 : dictionary.Number("Length") ?? 40;

    // Algorithm 5.
    private byte[] Check3()
    {
        var key = LegacyKey();
        var check = Md5([.. Padding, .. fileId]);
        for (var round = 0; round < 20; round++)
        {
            check = PdfCipher.Rc4(Array.ConvertAll(key, part => (byte)(part ^ round)), check);
        }

        return check;
    }

    private long Number(string key) => contents.Resolve(dictionary, key).OfType<PdfNumber>().FirstOrDefault()?.Value ?? 0;

    private byte[] Bytes(string key) => contents.Resolve(dictionary, key).OfType<PdfString>().FirstOrDefault()?.Bytes ?? [];
}
