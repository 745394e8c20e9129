using System.Numerics;

namespace MicroCred.Approval;

/// <summary>
/// An append-only Merkle tree [RFC 9162, 2.1] in memory, at its size of today and every size before. It keeps the hash of every complete
/// subtree, 64 bytes a leaf altogether: appending one costs two hashes on average, and a root or a proof as many as the tree is high. Not
/// safe for concurrent use.
/// </summary>
public sealed class MerkleTree
{
    /// <summary>By height: the complete subtrees of two to the power of that many leaves, from the left.</summary>
    private readonly List<HashList> _subtrees = [new()];

    /// <summary>The number of leaves.</summary>
    public long Size => _subtrees[0].Count;

    /// <summary>Appends a leaf's hash.</summary>
    public void Append(ReadOnlySpan<byte> leafHash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(leafHash.Length, MerkleHash.Length);
        leafHash.CopyTo(_subtrees[0].Next());
        for (var height = 0; _subtrees[height].Count % 2 == 0; height++)
        {
            if (_subtrees.Count == height + 1)
            {
                _subtrees.Add(new());
            }

            var (left, right) = (_subtrees[height].Count - 2, _subtrees[height].Count - 1);
            MerkleHash.OfNode(_subtrees[height][left], _subtrees[height][right], _subtrees[height + 1].Next());
        }
    }

    /// <summary>A leaf's hash.</summary>
    public ReadOnlySpan<byte> Leaf(long leaf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leaf);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leaf, Size);
        return _subtrees[0][leaf];
    }

    /// <summary>The root of the first leaves.</summary>
    public byte[] Root(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return size == 0 ? MerkleHash.OfNothing() : HashOf(0, size);
    }

    /// <summary>The hashes that lead from a leaf to the root of the first leaves, the leaf's neighbour first. [RFC 9162, 2.1.3.1]</summary>
    public IReadOnlyList<byte[]> Inclusion(long leaf, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leaf);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leaf, size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        List<byte[]> path = [];
        for (var (start, count) = (0L, size); count > 1; )
        {
            var half = MerkleHash.LeftOf(count);
            var isLeft = leaf - start < half;
            path.Add(isLeft ? HashOf(start + half, count - half) : HashOf(start, half));
            (start, count) = isLeft ? (start, half) : (start + half, count - half);
        }

        path.Reverse();
        return path;
    }

    /// <summary>The hashes that show that one size of the tree only adds to an earlier one. [RFC 9162, 2.1.4.1]</summary>
    /// <param name="from">The earlier size, 1 or more.</param>
    /// <param name="to">The later size; where it is the same, there is nothing to show.</param>
    public IReadOnlyList<byte[]> Consistency(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, Size);
        List<byte[]> path = [];
        var (start, count) = (0L, to);
        while (from - start < count)
        {
            var half = MerkleHash.LeftOf(count);
            var isLeft = from - start <= half;
            path.Add(isLeft ? HashOf(start + half, count - half) : HashOf(start, half));
            (start, count) = isLeft ? (start, half) : (start + half, count - half);
        }

        if (start > 0)
        {
            path.Add(HashOf(start, count));
        }

        path.Reverse();
        return path;
    }

    private byte[] HashOf(long start, long count)
    {
        if (BitOperations.IsPow2(count))
        {
            var height = BitOperations.Log2((ulong)count);
            return _subtrees[height][start >> height].ToArray();
        }

        var half = MerkleHash.LeftOf(count);
        return MerkleHash.OfNode(HashOf(start, half), HashOf(start + half, count - half));
    }

    /// <summary>Hashes one after the other, in blocks, so that adding one never copies those before it.</summary>
    private sealed class HashList
    {
        private const int InABlock = 1024;

        private readonly List<byte[]> _blocks = [];

        public long Count { get; private set; }

        public ReadOnlySpan<byte> this[long index] => Place(index);

        /// <summary>Adds a place, and gives it to be written.</summary>
        public Span<byte> Next()
        {
            if (Count % InABlock == 0)
            {
                _blocks.Add(new byte[InABlock * MerkleHash.Length]);
            }

            return Place(Count++);
        }

        private Span<byte> Place(long index) =>
            _blocks[(int)(index / InABlock)].AsSpan((int)(index % InABlock) * MerkleHash.Length, MerkleHash.Length);
    }
}
