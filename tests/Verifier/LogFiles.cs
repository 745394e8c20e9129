using System.Globalization;
using System.Text;

namespace MicroCred.Verification;

/// <summary>The log's head: how many leaves it had at a time, and their root.</summary>
internal sealed record Head(long Size, string Root, string At, string Jws)
{
    public DateTimeOffset Moment =>
        DateTimeOffset.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new FaultException($"“{At}” is no time.");

    /// <exception cref="FaultException">The register didn't sign it.</exception>
    public void Check(Keys keys)
    {
        var signed = Strict.Read<Said>(Strict.Parse(keys.Open(Jws, "The log's head"), "The log's head"), "The log's head");
        if (signed != new Said(Size, Root, At))
        {
            throw new FaultException($"The log's head of {At} isn't the one that was signed.");
        }
    }

    private sealed record Said(long Size, string Root, string At);
}

/// <summary>That a leaf is in the log.</summary>
internal sealed record Proof(long Leaf, long Size, string Data, IReadOnlyList<string> Path, Head Head)
{
    /// <exception cref="FaultException">It shows no such thing.</exception>
    public void Check(Keys keys)
    {
        Head.Check(keys);
        if (Size != Head.Size)
        {
            throw new FaultException($"The proof is for a log of {Size} leaves, and its head counts {Head.Size}.");
        }

        var leaf = LeafText.Read(Data, Leaf);
        if (!MerkleProof.IsIncluded(Hashes.OfLeaf(leaf.Text), Leaf, Size, [.. Path.Select(Hashes.Read)], Hashes.Read(Head.Root)))
        {
            throw new FaultException($"The proof doesn't lead from leaf {Leaf} to the log's head.");
        }
    }
}

/// <summary>That one head of the log only adds to another.</summary>
internal sealed record Consistency(long From, long To, IReadOnlyList<string> Path)
{
    /// <exception cref="FaultException">It shows no such thing.</exception>
    public void Check(Head earlier, Head later)
    {
        if (!MerkleProof.IsConsistent(From, Hashes.Read(earlier.Root), To, Hashes.Read(later.Root), [.. Path.Select(Hashes.Read)]))
        {
            throw new FaultException($"The log of {To} leaves doesn't go on from the one of {From}: it was rewritten, or forked.");
        }
    }
}

/// <summary>Leaves, in order.</summary>
internal sealed record Leaves(IReadOnlyList<string> Items);

/// <summary>A leaf's text and what it says.</summary>
internal sealed record LeafText(string Text, LeafText.Change Says)
{
    /// <exception cref="FaultException">It isn't the leaf of that place.</exception>
    public static LeafText Read(string text, long leaf)
    {
        var what = $"Leaf {leaf}";
        var json = Strict.Parse(Encoding.UTF8.GetBytes(text), what);
        var says = Strict.Read<Change>(json, what);
        return CanonicalJson.Of(json) != text ? throw new FaultException($"{what} isn't in its canonical form.")
            : says.Seq != leaf + 1 ? throw new FaultException($"{what} isn't in its place: it says that it is change {says.Seq}.")
            : new(text, says);
    }

    internal sealed record Change(long Seq, string At, string Kind, int? Number, int? Version, string? Entry);
}
