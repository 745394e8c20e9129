using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace MicroCred.Approval.Tests;

public sealed class MerkleTreeTests
{
    private const int Leaves = 70;

    /// <summary>The leaves and roots that implementations of RFC 6962 and RFC 9162 are commonly tested with.</summary>
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_the_known_ones(int size, string root)
    {
        string[] leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        MerkleTree tree = new();
        foreach (var leaf in leaves)
        {
            tree.Append(MerkleHash.OfLeaf(Convert.FromHexString(leaf)));
        }

        Assert.Equal(root, Convert.ToHexStringLower(tree.Root(size)));
    }

    [Fact]
    public void At_every_size_the_root_and_all_proofs_are_as_the_RFC_defines_them()
    {
        var (tree, data) = TreeOf(Leaves);
        for (var size = 0; size <= Leaves; size++)
        {
            var then = data[..size];
            Assert.Equal(ByDefinition.Root(then), tree.Root(size));
            for (var leaf = 0; leaf < size; leaf++)
            {
                Assert.Equal(ByDefinition.Inclusion(leaf, then), tree.Inclusion(leaf, size));
            }

            for (var from = 1; from <= size; from++)
            {
                Assert.Equal(ByDefinition.Consistency(from, then), tree.Consistency(from, size));
            }
        }
    }

    [Fact]
    public void What_comes_later_changes_no_earlier_root_and_no_earlier_proof() =>
        Gen.Select(Gen.Int[1, 3_000], Gen.Int[0, 3_000])
            .SelectMany((size, more) => Gen.Select(Gen.Const(size), Gen.Const(more), Gen.Int[0, size - 1], Gen.Int[1, size]))
            .Sample(
                (size, more, leaf, from) =>
                {
                    var (then, later) = (TreeOf(size).Tree, TreeOf(size + more).Tree);
                    Assert.Equal(then.Root(size), later.Root(size));
                    Assert.Equal(then.Inclusion(leaf, size), later.Inclusion(leaf, size));
                    Assert.Equal(then.Consistency(from, size), later.Consistency(from, size));
                },
                iter: 30
            );

    [Fact]
    public void Outside_the_tree_there_is_nothing()
    {
        var tree = TreeOf(3).Tree;
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Root(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Inclusion(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Inclusion(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Consistency(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Consistency(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Consistency(1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.Append(new byte[31]));
    }

    [Fact]
    public void A_million_leaves_fit_at_64_bytes_each_the_last_as_cheap_as_the_first_with_proofs_as_long_as_the_tree_is_high()
    {
        const int Quarter = 250_000;
        const int Million = 4 * Quarter;
        MerkleTree tree = new();
        var hash = SHA256.HashData("leaf"u8);
        List<long> costs = [];
        while (tree.Size < Million)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Quarter; i++)
            {
                tree.Append(hash);
            }

            costs.Add(GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        Assert.InRange(costs.Sum(), 0, 70_000_000);
        Assert.InRange(costs[^1], 1, costs[0] * 1.05);
        Assert.InRange(tree.Inclusion(12_345, Million).Count, 1, 20);
        Assert.InRange(tree.Inclusion(Million - 1, Million).Count, 1, 20);
        Assert.InRange(tree.Consistency(777_777, Million).Count, 1, 21);
    }

    private static (MerkleTree Tree, byte[][] Data) TreeOf(int leaves)
    {
        var data = Enumerable
            .Range(0, leaves)
            .Select(leaf => Encoding.UTF8.GetBytes(leaf.ToString(CultureInfo.InvariantCulture)))
            .ToArray();
        MerkleTree tree = new();
        foreach (var leaf in data)
        {
            tree.Append(MerkleHash.OfLeaf(leaf));
        }

        return (tree, data);
    }

    /// <summary>RFC 9162, 2.1.1, 2.1.3.1 and 2.1.4.1, word by word.</summary>
    private static class ByDefinition
    {
        public static byte[] Root(byte[][] data)
        {
            if (data.Length < 2)
            {
                return SHA256.HashData(data is [var leaf] ? [0, .. leaf] : []);
            }

            var half = LeftOf(data.Length);
            return SHA256.HashData([1, .. Root(data[..half]), .. Root(data[half..])]);
        }

        public static IReadOnlyList<byte[]> Inclusion(int leaf, byte[][] data)
        {
            if (data.Length == 1)
            {
                return [];
            }

            var half = LeftOf(data.Length);
            return leaf < half
                ? [.. Inclusion(leaf, data[..half]), Root(data[half..])]
                : [.. Inclusion(leaf - half, data[half..]), Root(data[..half])];
        }

        public static IReadOnlyList<byte[]> Consistency(int from, byte[][] data) => Part(from, data, isKnown: true);

        private static IReadOnlyList<byte[]> Part(int from, byte[][] data, bool isKnown)
        {
            if (from == data.Length)
            {
                return isKnown ? [] : [Root(data)];
            }

            var half = LeftOf(data.Length);
            return from <= half
                ? [.. Part(from, data[..half], isKnown), Root(data[half..])]
                : [.. Part(from - half, data[half..], isKnown: false), Root(data[..half])];
        }

        private static int LeftOf(int size)
        {
            var half = 1;
            while (half * 2 < size)
            {
                half *= 2;
            }

            return half;
        }
    }
}
