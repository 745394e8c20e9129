using System.Numerics;
using System.Security.Cryptography;

namespace MicroCred.Approval;

/// <summary>
/// The hashes of a Merkle tree, of 32 bytes each. A leaf and a node begin with different bytes, so that neither can be taken for the other.
/// [RFC 9162, 2.1.1]
/// </summary>
public static class MerkleHash
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] OfNothing() => SHA256.HashData([]);

    /// <summary>The hash of a leaf: SHA-256(0x00 ‖ data).</summary>
    public static byte[] OfLeaf(ReadOnlySpan<byte> data)
    {
        var prefixed = new byte[data.Length + 1];
        data.CopyTo(prefixed.AsSpan(1));
        return SHA256.HashData(prefixed);
    }

    /// <summary>The hash of a node: SHA-256(0x01 ‖ left ‖ right).</summary>
    public static byte[] OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Length];
        OfNode(left, right, hash);
        return hash;
    }

    /// <summary>The same, written to where it is kept, so that nothing else is allocated.</summary>
    /// <param name="left">The left half's hash.</param>
    /// <param name="right">The right half's hash.</param>
    /// <param name="hash">Where the hash goes, of <see cref="Length"/> bytes.</param>
    internal static void OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> prefixed = stackalloc byte[1 + (2 * Length)];
        prefixed[0] = 1;
        left.CopyTo(prefixed[1..]);
        right.CopyTo(prefixed[(1 + Length)..]);
        SHA256.HashData(prefixed, hash);
    }

    /// <summary>The number of leaves in the left half of a tree: the greatest power of two less than its size, which is 2 or more.</summary>
    internal static long LeftOf(long size) => 1L << BitOperations.Log2((ulong)size - 1);
}
