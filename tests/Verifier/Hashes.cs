using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Verification;

/// <summary>The hashes of the log's tree. [RFC 9162, 2.1.1]</summary>
internal static class Hashes
{
    private const int HexLength = 64;

    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static byte[] OfLeaf(string data) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(data)]);

    public static byte[] OfNode(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    public static byte[] OfTree(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length < 2)
        {
            return leaves.IsEmpty ? SHA256.HashData([]) : leaves[0];
        }

        var half = 1 << BitOperations.Log2((uint)leaves.Length - 1);
        return OfNode(OfTree(leaves[..half]), OfTree(leaves[half..]));
    }

    /// <exception cref="FaultException">It isn't a hash in lower-case hex.</exception>
    public static byte[] Read(string hex) =>
        hex.Length == HexLength && hex.All(char.IsAsciiHexDigit) && !hex.Any(char.IsAsciiLetterUpper)
            ? Convert.FromHexString(hex)
            : throw new FaultException($"“{hex}” isn't a hash.");
}
