using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Register;
using MicroCred.App.Serialization;
using MicroCred.App.Settings;
using MicroCred.App.Signing;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Proof;

/// <summary>
/// Entries' badges: the register's signed word that an Open Badges 3.0 Achievement is as it says. One is signed when it is first asked for
/// after a change, and kept beside the entry's files.
/// </summary>
internal sealed class Badges(RegisterLog log, RegisterKey key, Site site, BlobServiceClient blobs)
{
    /// <summary>A badge's media type, which its signature states as well. [Securing Verifiable Credentials using JOSE and COSE, 3.1.1]</summary>
    public const string Type = "vc+jwt";

    private readonly BlobContainerClient _files = blobs.GetBlobContainerClient(StorageNames.RegisterContainer);

    /// <summary>An entry's badge, a compact JWS; null where there is no such entry. Two storage requests, one more after a change.</summary>
    public async Task<BinaryData?> FindAsync(int number, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(number, cancellationToken) is not { } entry)
        {
            return null;
        }

        var says = Says(entry.Listed.Entry);
        var blob = BlobOf(number);
        while (true)
        {
            var kept = await blob.FindAsync(cancellationToken);
            if (
                kept is not null
                && await key.Jws.OpenAsync(Type, $"{kept.Content}", cancellationToken) is { } said
                && said.AsSpan().SequenceEqual(says)
            )
            {
                return kept.Content;
            }

            var signed = await SignAsync(says, cancellationToken);
            if (await TryKeepAsync(blob, signed, kept?.Details.ETag, cancellationToken))
            {
                return signed;
            }
        }
    }

    /// <summary>Signs an entry's badge where there is none. One storage request.</summary>
    public async Task WriteMissingAsync(RegisterEntry entry, CancellationToken cancellationToken) =>
        await TryKeepAsync(BlobOf(entry.Number), await SignAsync(Says(entry), cancellationToken), over: null, cancellationToken);

    /// <summary>
    /// The credential: a Verifiable Credential 2.0 whose subject is the Achievement. Nobody holds it, so it isn't an Open Badge that somebody
    /// was awarded.
    /// </summary>
    public static Dictionary<string, object> Of(RegisterEntry entry, Site site)
    {
        var achievement = LinkedData.Of(entry, site.Entry(entry.Number));
        achievement.Remove("@context", out var context);
        return new()
        {
            ["@context"] = context!,
            ["id"] = $"{site.Url}/api/register/{entry.Number}/badge",
            ["type"] = new[] { "VerifiableCredential" },
            ["issuer"] = new Dictionary<string, object>
            {
                ["id"] = site.Url,
                ["type"] = new[] { "Profile" },
                ["name"] = "Micro-credential register, New Zealand Qualifications Authority",
            },
            ["validFrom"] = WorkingDays.At(entry.ApprovedOn, TimeOnly.MinValue),
            ["credentialSubject"] = achievement,
        };
    }

    private byte[] Says(RegisterEntry entry) => JsonSerializer.SerializeToUtf8Bytes(Of(entry, site), AppJson.Api);

    private async Task<BinaryData> SignAsync(byte[] says, CancellationToken cancellationToken) =>
        BinaryData.FromString(await key.Jws.SignAsync(Type, says, cancellationToken));

    private BlobClient BlobOf(int number) => _files.GetBlobClient($"{number}.jwt");

    /// <returns>Whether it was kept; else another process was quicker.</returns>
    private static Task<bool> TryKeepAsync(BlobClient blob, BinaryData badge, ETag? over, CancellationToken cancellationToken) =>
        blob.TryWriteAsync(
            badge,
            new BlobHttpHeaders { ContentType = $"application/{Type}", CacheControl = RegisterCaching.Header },
            over,
            cancellationToken
        );
}
