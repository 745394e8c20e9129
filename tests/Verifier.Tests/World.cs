using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroCred.Approval;
using MicroCred.Approval.Tests;

namespace MicroCred.Verification.Tests;

/// <summary>A register's log, some entries, a badge and a record, made by the writer's own code and signed by a key of the test's.</summary>
internal sealed class World : IDisposable
{
    public const int Kept = 25;
    public const int Size = 40;
    private const int Entries = 12;
    private const string KeyId = "the-register";

    private static readonly DateTimeOffset Start = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<int, string> _entries = [];

    public World()
    {
        foreach (var seq in Enumerable.Range(1, Size))
        {
            var number = 1 + (seq * 5 % Entries);
            var entry = AnEntry.Of(AnApplication.WithoutFault, number) with { Title = $"Te reo Māori “{number}”", Version = seq };
            var json = JsonSerializer.Serialize(entry, ApprovalJson.Options);
            _entries[number] = json;
            RegisterLeaf leaf = new(seq, Start.AddMinutes(seq), "Changed", number, seq, RegisterLeaf.HashOf(Encoding.UTF8.GetBytes(json)));
            Leaves.Add(leaf.Text);
        }
    }

    public List<string> Leaves { get; } = [];

    public string Keys
    {
        get
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
            return Json(
                new
                {
                    keys = new[]
                    {
                        new
                        {
                            kty = "EC",
                            crv = "P-256",
                            x,
                            y,
                            kid = KeyId,
                        },
                    },
                }
            );
        }
    }

    public string Entry(int number) => _entries[number];

    public string LeavesFile(int count = Size) => Json(new { items = Leaves.Take(count) });

    /// <summary>A head of the first leaves, signed now: a register that cheats signs what it likes.</summary>
    public string Head(int size, int minute) => HeadOf(TreeOf(Leaves), size, minute).ToJsonString();

    public static string Head(World signer, IReadOnlyList<string> leaves, int size, int minute) =>
        signer.HeadOf(TreeOf(leaves), size, minute).ToJsonString();

    public string Proof(int number)
    {
        var leaf = Leaves.FindLastIndex(text => text.Contains($"\"number\":{number},", StringComparison.Ordinal));
        var tree = TreeOf(Leaves);
        return Json(
            new
            {
                leaf,
                size = Size,
                data = Leaves[leaf],
                path = tree.Inclusion(leaf, Size).Select(Convert.ToHexStringLower),
                head = HeadOf(tree, Size, Size),
            }
        );
    }

    public static string Consistency(IReadOnlyList<string> leaves, int from, int to) =>
        Json(
            new
            {
                from,
                to,
                path = TreeOf(leaves).Consistency(from, to).Select(Convert.ToHexStringLower),
            }
        );

    public string Badge(int number)
    {
        var entry = JsonNode.Parse(_entries[number])!;
        return Signed(
            new
            {
                issuer = "https://microcred.example",
                credentialSubject = new
                {
                    id = $"https://microcred.example/register/{number}",
                    name = (string)entry["title"]!,
                    version = ((int)entry["version"]!).ToString(CultureInfo.InvariantCulture),
                    creditsAvailable = (int)entry["credits"]!,
                },
            }
        );
    }

    /// <summary>A record of so many events, one of which added a document.</summary>
    public static string Record(int events, int minute, string detail = "Something happened.")
    {
        var id = Guid.Parse("0d9f5b0e-6f43-4f0e-9d4f-0a3a4f3c2b11");
        var document = Convert.ToHexStringLower(SHA256.HashData("document"u8));
        List<AuditEvent> chain = [];
        var state = "";
        foreach (var number in Enumerable.Range(1, events))
        {
            var before = state.Length == 0 ? null : AuditChain.HashOf(state);
            ApplicationEvent what =
                number == 2
                    ? new DocumentAdded(
                        new(
                            "d1",
                            DocumentKind.Curriculum,
                            "curriculum.pdf",
                            "application/pdf",
                            8,
                            document,
                            DocumentStatus.Accepted,
                            Start,
                            []
                        )
                    )
                    : new Withdrawn($"{detail} ({number})");
            var documents = number < 2 ? [] : new[] { new { id = "d1", sha256 = document } };
            state = Json(
                new
                {
                    id,
                    eventCount = number,
                    documents,
                }
            );
            chain.AddRange(
                AuditChain.Seal(
                    [new UnsealedEvent(number, Start.AddMinutes(number), People.Provider, what)],
                    chain is [.., var last] ? last.Hash : AuditChain.Origin,
                    before,
                    AuditChain.HashOf(state)
                )
            );
        }

        return Json(
            new
            {
                state,
                lastHash = chain[^1].Hash,
                events = chain,
                exportedAt = Start.AddMinutes(minute),
            }
        );
    }

    public static IReadOnlyList<Verdict> Judge(params IEnumerable<string> files)
    {
        Evidence evidence = new();
        foreach (var (index, file) in files.Index())
        {
            evidence.Add($"file {index}", Encoding.UTF8.GetBytes(file));
        }

        return evidence.Judge();
    }

    public void Dispose() => _key.Dispose();

    private JsonNode HeadOf(MerkleTree tree, int size, int minute)
    {
        var root = Convert.ToHexStringLower(tree.Root(size));
        var at = Start.AddMinutes(minute);
        return JsonSerializer.SerializeToNode(
            new
            {
                size,
                root,
                at,
                jws = Signed(
                    new
                    {
                        size,
                        root,
                        at,
                    }
                ),
            }
        )!;
    }

    private string Signed(object payload)
    {
        static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
        var signed = $"{Part(Json(new { alg = "ES256", kid = KeyId }))}.{Part(Json(payload))}";
        return $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    private static MerkleTree TreeOf(IEnumerable<string> leaves)
    {
        MerkleTree tree = new();
        foreach (var leaf in leaves)
        {
            tree.Append(MerkleHash.OfLeaf(Encoding.UTF8.GetBytes(leaf)));
        }

        return tree;
    }

    private static string Json(object value) => JsonSerializer.Serialize(value, ApprovalJson.Options);
}
