using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Proof;

/// <summary>
/// The register's log for whoever wants to check it: a Merkle tree (RFC 9162) over every change, its leaves counted from 0. Hashes are
/// SHA-256 in lower-case hex: of a leaf SHA-256(0x00 ‖ data), of a node SHA-256(0x01 ‖ left ‖ right).
/// </summary>
[Feature(Features.Publication)]
internal sealed class LogFunctions(LogHeads heads, LogTree tree, RegisterLog log)
{
    [Function("GetLogHead"), Public]
    [Gives(StatusCodes.Status200OK, typeof(LogHead))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> GetHeadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/log/head")] HttpRequest request,
        CancellationToken cancellationToken
    ) => request.Served(await heads.CurrentAsync(atLeast: 0, cancellationToken), ProofRequests.Brief);

    [Function("GetLogProof"), Public]
    [Query("leaf", typeof(long), "The leaf's number, from 0.")]
    [Query("size", typeof(long), "The number of leaves of the tree; the head's where left out.")]
    [Gives(StatusCodes.Status200OK, typeof(InclusionProof))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> GetProofAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/log/proof")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (leaf, asked) = (request.NeededNumber("leaf"), request.Number("size"));
        var head = await heads.CurrentAsync(atLeast: asked ?? 0, cancellationToken);
        var size = asked ?? head.Size;
        if (size > head.Size)
        {
            throw ProofRequests.NotThere("size", $"the log has {head.Size} leaves.");
        }

        if (leaf >= size)
        {
            throw ProofRequests.NotThere("leaf", $"a tree of {size} leaves has none of that number.");
        }

        return request.Served(
            new InclusionProof(leaf, size, tree.Inclusion(leaf, size)),
            asked is null ? ProofRequests.Brief : RegisterCaching.ForGood
        );
    }

    [Function("GetLogConsistency"), Public]
    [Query("from", typeof(long), "The number of leaves of the earlier tree, from 1.")]
    [Query("to", typeof(long), "The number of leaves of the later tree.")]
    [Gives(StatusCodes.Status200OK, typeof(ConsistencyProof))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> GetConsistencyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/log/consistency")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (request.NeededNumber("from"), request.NeededNumber("to"));
        var head = await heads.CurrentAsync(atLeast: to, cancellationToken);
        if (to > head.Size)
        {
            throw ProofRequests.NotThere("to", $"the log has {head.Size} leaves.");
        }

        if (from < 1 || from > to)
        {
            throw ProofRequests.NotThere("from", "give a number from 1, and not more than to.");
        }

        return request.Served(new ConsistencyProof(from, to, tree.Consistency(from, to)), RegisterCaching.ForGood);
    }

    [Function("ListLogLeaves"), Public]
    [Query("from", typeof(long), "The number of the first leaf, from 0; 0 where left out.")]
    [Query("limit", typeof(int), "How many: 1 to 200.")]
    [Gives(StatusCodes.Status200OK, typeof(LeafList))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> ListLeavesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/log/leaves")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (from, limit) = (request.Number("from") ?? 0, request.Limit());

        // Not past the head, so that what is given can be checked.
        var head = await heads.CurrentAsync(atLeast: 0, cancellationToken);
        List<string> leaves = [];
        if (from < head.Size)
        {
            await foreach (var change in log.ReadAsync(after: from, through: Math.Min(from + limit, head.Size), cancellationToken))
            {
                leaves.Add(change.Data);
            }
        }

        return request.Served(new LeafList(leaves), leaves.Count == limit ? RegisterCaching.ForGood : ProofRequests.Brief);
    }

    /// <summary>That a leaf is in the log.</summary>
    /// <param name="Leaf">The leaf's number, from 0.</param>
    /// <param name="Size">The number of leaves of the tree.</param>
    /// <param name="Path">The hashes that lead from the leaf to the root, its neighbour first.</param>
    internal sealed record InclusionProof(long Leaf, long Size, IReadOnlyList<string> Path);

    /// <summary>That the log only added to what it was.</summary>
    /// <param name="From">The number of leaves of the earlier tree.</param>
    /// <param name="To">The number of leaves of the later tree.</param>
    /// <param name="Path">The hashes that lead from the earlier root to the later one; none where both are of one size.</param>
    internal sealed record ConsistencyProof(long From, long To, IReadOnlyList<string> Path);

    /// <summary>Leaves in order, each as canonical JSON (RFC 8785).</summary>
    internal sealed record LeafList(IReadOnlyList<string> Items);
}
