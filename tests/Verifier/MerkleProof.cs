namespace MicroCred.Verification;

/// <summary>What proofs of a Merkle tree show, without the tree: the algorithms of RFC 9162, which want a path of exact length.</summary>
internal static class MerkleProof
{
    /// <summary>Whether a path leads from a leaf to a root. [RFC 9162, 2.1.3.2]</summary>
    /// <param name="leafHash">The leaf's hash.</param>
    /// <param name="leaf">Its place, from 0.</param>
    /// <param name="size">The number of leaves under the root.</param>
    /// <param name="path">The path.</param>
    /// <param name="root">The root.</param>
    public static bool IsIncluded(byte[] leafHash, long leaf, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (leaf < 0 || leaf >= size)
        {
            return false;
        }

        var (node, last, hash) = (leaf, size - 1, leafHash);
        foreach (var neighbour in path)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsOdd(node) || node == last)
            {
                hash = Hashes.OfNode(neighbour, hash);
                (node, last) = UpWhileEven(node, last);
            }
            else
            {
                hash = Hashes.OfNode(hash, neighbour);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether the leaves under a root are the first ones under another. [RFC 9162, 2.1.4.2]</summary>
    /// <param name="from">The number of leaves under the earlier root, 1 or more.</param>
    /// <param name="earlier">The earlier root.</param>
    /// <param name="to">The number of leaves under the later one.</param>
    /// <param name="later">The later root.</param>
    /// <param name="path">The path; empty where the two are of one size.</param>
    public static bool IsConsistent(long from, byte[] earlier, long to, byte[] later, IReadOnlyList<byte[]> path)
    {
        if (from < 1 || from >= to)
        {
            return from >= 1 && from == to && path.Count == 0 && earlier.SequenceEqual(later);
        }

        var (node, last) = (from - 1, to - 1);
        while (IsOdd(node))
        {
            (node, last) = (node >> 1, last >> 1);
        }

        // A whole tree of the earlier size is a subtree of the later, and known from the earlier root.
        IEnumerable<byte[]> steps = node == 0 ? [earlier, .. path] : path;
        var (first, second) = (Array.Empty<byte>(), Array.Empty<byte>());
        foreach (var (index, step) in steps.Index())
        {
            if (index == 0)
            {
                (first, second) = (step, step);
                continue;
            }

            if (last == 0)
            {
                return false;
            }

            if (IsOdd(node) || node == last)
            {
                (first, second) = (Hashes.OfNode(step, first), Hashes.OfNode(step, second));
                (node, last) = UpWhileEven(node, last);
            }
            else
            {
                second = Hashes.OfNode(second, step);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && earlier.SequenceEqual(first) && later.SequenceEqual(second);
    }

    private static bool IsOdd(long number) => (number & 1) == 1;

    /// <summary>A node at the right edge has no neighbour until it is a right child.</summary>
    private static (long Node, long Last) UpWhileEven(long node, long last)
    {
        while (!IsOdd(node) && node != 0)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        return (node, last);
    }
}
