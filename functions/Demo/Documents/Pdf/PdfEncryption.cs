using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Demo.Documents.Pdf;

/// <summary>
/// AES-256 encryption with a password to open (ISO 32000-2, 7.6, revision 6). Salts, key and initialisation vectors are derived, not
/// random, so that the sample is the same each time: it is made to be refused, not to keep a secret.
/// </summary>
internal sealed class PdfEncryption
{
    private readonly byte[] _key = Derive("file key");

    private PdfEncryption(string dictionary) => Dictionary = dictionary;

    public string Dictionary { get; }

    public static PdfEncryption With(string password)
    {
        var secret = Encoding.UTF8.GetBytes(password);
        var (user, userKey) = Entry(secret, "user", []);
        var (owner, ownerKey) = Entry(secret, "owner", user);
        return new(
            "<< /Filter /Standard /V 5 /R 6 /Length 256 /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> "
                + "/StmF /StdCF /StrF /StdCF "
                + $"/O <{Hex(owner)}> /OE <{Hex(ownerKey)}> /U <{Hex(user)}> /UE <{Hex(userKey)}> "
                + $"/P {Permissions} /Perms <{Hex(PermissionsCheck())}> >>"
        );
    }

    private const int Permissions = -4;

    public byte[] Protect(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        var vector = SHA256.HashData(plain)[..16];
        return [.. vector, .. aes.EncryptCbc(plain, vector)];
    }

    /// <summary>Algorithms 8 and 9: the check value of a password, and the file's key encrypted with it.</summary>
    private static (byte[] Check, byte[] Key) Entry(byte[] password, string purpose, byte[] user)
    {
        var (checkSalt, keySalt) = (Derive($"{purpose} check")[..8], Derive($"{purpose} key")[..8]);
        using var aes = Aes.Create();
        aes.Key = PdfPasswordHash.Of(password, keySalt, user);
        byte[] check = [.. PdfPasswordHash.Of(password, checkSalt, user), .. checkSalt, .. keySalt];
        return (check, aes.EncryptCbc(Derive("file key"), new byte[16], PaddingMode.None));
    }

    /// <summary>Algorithm 10: an encrypted copy of the permissions, so that changing them is noticed.</summary>
    private static byte[] PermissionsCheck()
    {
        byte[] block = [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, .. "Tadb"u8, .. Derive("permissions")[..4]];
        BinaryPrimitives.WriteInt32LittleEndian(block, Permissions);
        using var aes = Aes.Create();
        aes.Key = Derive("file key");
        return aes.EncryptEcb(block, PaddingMode.None);
    }

    private static byte[] Derive(string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes($"MicroCred sample, {purpose}"));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
