using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Publication;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Proof;

/// <summary>What shows that an entry is what was decided, and that the register says so.</summary>
[Feature(Features.Publication)]
internal sealed class EntryProofFunctions(LogHeads heads, LogTree tree, RegisterLog log, Badges badges, PublishedKeys keys)
{
    /// <summary>An entry's last leaf in the log, with the path from there to the log's head.</summary>
    [Function("GetEntryProof"), Public]
    [Gives(StatusCodes.Status200OK, typeof(EntryProof))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> GetProofAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}/proof")] HttpRequest request,
        string number,
        CancellationToken cancellationToken
    )
    {
        var entry = await log.FindAsync(number.AsNumber(), cancellationToken) ?? throw new ProblemException(Problem.NotFound);
        var change = await log.RowAsync(entry.Seq, cancellationToken)
            ?? throw new InvalidDataException($"Row {entry.Seq} of the register's log is missing.");
        var head = await heads.CurrentAsync(atLeast: entry.Seq, cancellationToken);
        var leaf = entry.Seq - 1;
        return request.Served(new EntryProof(leaf, head.Size, change.Data, tree.Inclusion(leaf, head.Size), head), ProofRequests.Brief);
    }

    /// <summary>An entry's Achievement as a signed Verifiable Credential.</summary>
    [Function("GetEntryBadge"), Public]
    [Gives(StatusCodes.Status200OK, mediaType: $"application/{Badges.Type}")]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> GetBadgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/register/{number:int}/badge")] HttpRequest request,
        string number,
        CancellationToken cancellationToken
    ) =>
        GetRegisterEntry.Served(
            request,
            await badges.FindAsync(number.AsNumber(), cancellationToken) ?? throw new ProblemException(Problem.NotFound),
            $"application/{Badges.Type}"
        );

    /// <summary>The keys that the register's log and badges are signed with, as a JSON Web Key Set.</summary>
    [Function("GetPublicKeys"), Public]
    [Gives(StatusCodes.Status200OK, typeof(KeySet))]
    [Gives(StatusCodes.Status304NotModified)]
    public async Task<IResult> GetKeysAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/jwks.json")] HttpRequest request,
        CancellationToken cancellationToken
    ) => request.Served(await keys.CurrentAsync(cancellationToken), RegisterCaching.Header);

    /// <summary>That what the log recorded of an entry last is in the log.</summary>
    /// <param name="Leaf">The leaf's number, from 0 over the whole log.</param>
    /// <param name="Size">The number of leaves of the tree: the head's.</param>
    /// <param name="Data">The leaf: canonical JSON (RFC 8785) with the hash of the entry's JSON.</param>
    /// <param name="Path">The hashes that lead from the leaf to the root, its neighbour first.</param>
    /// <param name="Head">The log's head.</param>
    internal sealed record EntryProof(long Leaf, long Size, string Data, IReadOnlyList<string> Path, LogHead Head);
}
