using MicroCred.App.OpenApi;
using MicroCred.App.Register;
using MicroCred.Approval;

namespace MicroCred.App.Proof;

/// <inheritdoc/>
internal sealed class ProofExamples : IFunctionExamples
{
    private const string Signed = "eyJhbGciOiJFUzI1NiIsImtpZCI6ImIwYTMiLCJ0eXAiOiJtaWNyb2NyZWQtaGVhZCJ9.eyJzaXplIjoyfQ.c2lnbmF0dXJl";

    public IEnumerable<FunctionExample> Of(ExampleCase example)
    {
        var at = WorkingDays.At(example.Entry.ApprovedOn, new TimeOnly(12, 0));
        var first = LeafOf(example.Entry, 1, at, "Published");
        var second = LeafOf(example.Entry, 2, at.AddMinutes(1), "FundingDecided");
        MerkleTree tree = new();
        foreach (var leaf in (string[])[first, second])
        {
            tree.Append(MerkleHash.OfLeaf(System.Text.Encoding.UTF8.GetBytes(leaf)));
        }

        IReadOnlyList<string> path = [.. tree.Inclusion(1, 2).Select(Convert.ToHexStringLower)];
        LogHead head = new(2, Convert.ToHexStringLower(tree.Root(2)), at.AddMinutes(2), Signed);
        return
        [
            new("GetLogHead", head),
            new("GetLogProof", new LogFunctions.InclusionProof(1, 2, path)),
            new("GetLogConsistency", new LogFunctions.ConsistencyProof(1, 2, [.. tree.Consistency(1, 2).Select(Convert.ToHexStringLower)])),
            new("ListLogLeaves", new LogFunctions.LeafList([first, second])),
            new("GetEntryProof", new EntryProofFunctions.EntryProof(1, 2, second, path, head)),
            new(
                "GetPublicKeys",
                new KeySet([
                    new(
                        "EC",
                        "P-256",
                        "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                        "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                        "b0a3",
                        "ES256",
                        "sig"
                    ),
                ])
            ),
        ];
    }

    private static string LeafOf(RegisterEntry entry, long seq, DateTimeOffset at, string kind) =>
        new RegisterLeaf(seq, at, kind, entry.Number, entry.Version, RegisterCaching.HashOf(entry)).Text;
}
