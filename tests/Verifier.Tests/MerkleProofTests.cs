using System.Text;
using MicroCred.Approval;

namespace MicroCred.Verification.Tests;

public sealed class MerkleProofTests
{
    private const int Most = 40;

    private readonly byte[][] _leaves = [.. Enumerable.Range(0, Most).Select(leaf => MerkleHash.OfLeaf(Encoding.UTF8.GetBytes($"{leaf}")))];
    private readonly MerkleTree _tree = new();

    public MerkleProofTests()
    {
        foreach (var leaf in _leaves)
        {
            _tree.Append(leaf);
        }
    }

    [Fact]
    public void Every_leaf_is_in_every_tree_that_has_it_and_nowhere_else()
    {
        for (var size = 1; size <= Most; size++)
        {
            var root = _tree.Root(size);
            for (var leaf = 0; leaf < size; leaf++)
            {
                var path = _tree.Inclusion(leaf, size);
                Assert.True(MerkleProof.IsIncluded(_leaves[leaf], leaf, size, path, root));
                Assert.False(MerkleProof.IsIncluded(_leaves[(leaf + 1) % Most], leaf, size, path, root));
                Assert.False(MerkleProof.IsIncluded(_leaves[leaf], leaf, size, [.. path, root], root));
                Assert.False(MerkleProof.IsIncluded(_leaves[leaf], leaf, size, path, _tree.Root((size % Most) + 1)));
                Assert.False(path.Count > 0 && MerkleProof.IsIncluded(_leaves[leaf], leaf, size, [.. path.Skip(1)], root));
                Assert.False(MerkleProof.IsIncluded(_leaves[leaf], size, size, path, root));
            }
        }
    }

    [Fact]
    public void Every_size_goes_on_from_every_earlier_one_and_from_no_other()
    {
        for (var to = 1; to <= Most; to++)
        {
            for (var from = 1; from <= to; from++)
            {
                var path = _tree.Consistency(from, to);
                var (earlier, later) = (_tree.Root(from), _tree.Root(to));
                Assert.True(MerkleProof.IsConsistent(from, earlier, to, later, path));
                Assert.False(MerkleProof.IsConsistent(from, _tree.Root(from - 1), to, later, path));
                Assert.False(MerkleProof.IsConsistent(from, earlier, to, _tree.Root(to - 1), path));
                Assert.False(MerkleProof.IsConsistent(from, earlier, to, later, [.. path, later]));
                Assert.False(path.Count > 0 && MerkleProof.IsConsistent(from, earlier, to, later, [.. path.Skip(1)]));
                Assert.False(from < to && MerkleProof.IsConsistent(to, later, from, earlier, path));
            }
        }
    }
}
