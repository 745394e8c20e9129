using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Storage;

/// <summary>
/// The checked documents of applications, each under the application's id and the SHA-256 of its bytes. Where the storage account scans
/// them for malware, a document found clean has that in its metadata, which is read together with its bytes; no document is served before.
/// </summary>
/// <remarks>
/// A scan result refers to bytes by ETag, and each metadata update changes the ETag without changing the bytes. So the first note in the
/// metadata records the original ETag. Overwriting the bytes drops the metadata.
/// </remarks>
internal sealed class DocumentStore(BlobServiceClient blobs, IOptions<DocumentOptions> options) : IDocuments
{
    private const string Scan = "scan";
    private const string Clean = "clean";
    private const string ScanId = "scan_id";
    private const string ScannedTag = "scan_etag";
    private const string FirstTag = "etag";

    private readonly BlobContainerClient _incoming = blobs.GetBlobContainerClient(StorageNames.IncomingContainer);
    private readonly BlobContainerClient _documents = blobs.GetBlobContainerClient(StorageNames.DocumentsContainer);
    private readonly bool _awaitsScan = options.Value.AwaitScan;

    /// <summary>Opens a document for reading. One storage request.</summary>
    public async Task<DocumentContent> OpenAsync(ApplicationId application, Document document, CancellationToken cancellationToken)
    {
        if (document.IsInfected)
        {
            return new DocumentContent.Infected();
        }

        try
        {
            BlobDownloadStreamingResult found = await BlobOf(new(application, document.Sha256))
                .DownloadStreamingAsync(cancellationToken: cancellationToken);
            if (_awaitsScan && !IsFoundClean(found.Details.Metadata))
            {
                await found.Content.DisposeAsync();
                return new DocumentContent.NotScanned();
            }

            return new DocumentContent.Readable(found.Content);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return new DocumentContent.NotKept();
        }
    }

    /// <summary>Whether a document's bytes are stored but withheld, since they haven't been found clean yet. One storage request.</summary>
    public async Task<bool> IsWithheldAsync(StoredDocument document, CancellationToken cancellationToken) =>
        _awaitsScan && await FindAsync(document, cancellationToken) is { } found && !IsFoundClean(found.Notes);

    /// <summary>
    /// Copies a document's bytes, within the storage account, from the incoming container to the application's documents, where nothing is
    /// ever overwritten. A rejected document's bytes aren't kept at all: nobody can read them, so there is only the record of the upload
    /// and the reason for the rejection.
    /// </summary>
    public async Task KeepAsync(ApplicationId application, UploadedDocument document, CancellationToken cancellationToken)
    {
        if (document.Status == DocumentStatus.Rejected)
        {
            return;
        }

        StoredDocument stored = new(application, document.Sha256);
        while (!await TryCopyAsync(document.IncomingBlob, stored, whereNoneIs: true, cancellationToken))
        {
            // The same bytes are already stored. They may be collected before they are claimed, or may not match their name.
            if (
                await TryClaimAsync(stored, cancellationToken)
                && (
                    await HoldsAsync(stored, cancellationToken)
                    || await TryCopyAsync(document.IncomingBlob, stored, whereNoneIs: false, cancellationToken)
                )
            )
            {
                return;
            }
        }
    }

    /// <summary>The stored document at an address; null where the address isn't one of ours.</summary>
    public StoredDocument? At(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.AbsoluteUri.StartsWith($"{_documents.Uri.AbsoluteUri}/", StringComparison.Ordinal)
            ? StoredDocument.Named(uri.AbsoluteUri[(_documents.Uri.AbsoluteUri.Length + 1)..])
            : null;

    /// <summary>Whether a scan was of the bytes stored now. One storage request.</summary>
    public async Task<ScannedBytes> ScannedAsync(StoredDocument document, MalwareScan scan, CancellationToken cancellationToken) =>
        await FindAsync(document, cancellationToken) is not { } found ? ScannedBytes.Gone
        : found.Tags.Contains(scan.ETag) ? ScannedBytes.Kept
        : ScannedBytes.Replaced;

    /// <summary>Records that a scan found a document clean, with the scan's id, provided it was of the stored bytes.</summary>
    public async Task<ScannedBytes> MarkCleanAsync(StoredDocument document, MalwareScan scan, CancellationToken cancellationToken)
    {
        while (await FindAsync(document, cancellationToken) is { } found)
        {
            if (!found.Tags.Contains(scan.ETag))
            {
                return ScannedBytes.Replaced;
            }

            if (await TryNoteAsync(document, found, cancellationToken, (Scan, Clean), (ScanId, scan.Id), (ScannedTag, scan.ETag)))
            {
                return ScannedBytes.Kept;
            }
        }

        return ScannedBytes.Gone;
    }

    /// <summary>The scan that found a document clean; null where there is none, or the bytes aren't stored. One storage request.</summary>
    public async Task<MalwareScan?> CleanScanAsync(StoredDocument document, CancellationToken cancellationToken) =>
        await FindAsync(document, cancellationToken) is { } found
        && found.Notes.TryGetValue(ScanId, out var id)
        && found.Notes.TryGetValue(ScannedTag, out var tag)
            ? new MalwareScan(id, tag)
            : null;

    /// <summary>
    /// Whether a document's bytes are stored and match their SHA-256, whatever a scan found. They are read in full, in one storage request
    /// and another for each interrupted connection.
    /// </summary>
    public async Task<bool> HoldsAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadStreamingResult found = await BlobOf(document).DownloadStreamingAsync(cancellationToken: cancellationToken);
            await using var content = found.Content;
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) == document.Sha256;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return false;
        }
    }

    /// <summary>
    /// The ETag of every document's bytes, by blob name: it changes on every write. One storage request for each five thousand.
    /// </summary>
    public async Task<Dictionary<string, string>> TagsAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> tags = [];
        await foreach (var blob in _documents.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            tags[blob.Name] = blob.Properties.ETag.ToString()!;
        }

        return tags;
    }

    /// <summary>The ETag of one document's bytes; null where they don't exist.</summary>
    public async Task<string?> TagOfAsync(StoredDocument document, CancellationToken cancellationToken) =>
        (await FindAsync(document, cancellationToken))?.Tag.ToString();

    public async Task<bool> HasAsync(StoredDocument document, CancellationToken cancellationToken) =>
        await BlobOf(document).ExistsAsync(cancellationToken);

    /// <summary>
    /// Deletes infected bytes if they are still stored, and never other bytes that replaced them. Requests delete no other bytes: bytes are
    /// named by their hash, so another request may rely on the same ones. Unused bytes are collected later.
    /// </summary>
    public async Task RemoveInfectedAsync(StoredDocument document, MalwareScan scan, CancellationToken cancellationToken)
    {
        while (
            await FindAsync(document, cancellationToken) is { } found
            && found.Tags.Contains(scan.ETag)
            && !await TryRemoveAsync(document, found.Tag, cancellationToken)
        )
        {
            // The same bytes were claimed, or others written, in between: check again which.
        }
    }

    /// <summary>
    /// Deletes bytes that no document of their application refers to: of deleted documents and drafts, and of requests that failed. Bytes
    /// that a request claims meanwhile stay, since claiming changes their ETag.
    /// </summary>
    /// <param name="truth">Reads an application.</param>
    /// <param name="before">Bytes stored or claimed later are left alone, since their request may still be running.</param>
    /// <param name="failed">Called for an application that can't be read; its bytes stay.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many blobs were deleted.</returns>
    public async Task<int> CollectAsync(
        Func<ApplicationId, CancellationToken, Task<StoredApplication?>> truth,
        DateTimeOffset before,
        Action<ApplicationId, Exception> failed,
        CancellationToken cancellationToken
    )
    {
        var removed = 0;
        (ApplicationId? Of, HashSet<string> Hashes) wanted = (null, []);
        await foreach (var blob in _documents.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (StoredDocument.Named(blob.Name) is not { } stored || blob.Properties.LastModified is not { } since || since >= before)
            {
                continue;
            }

            try
            {
                if (wanted.Of != stored.Application)
                {
                    var application = (await truth(stored.Application, cancellationToken))?.Application;
                    wanted = (stored.Application, [.. application?.Documents.Select(document => document.Sha256) ?? []]);
                }

                if (!wanted.Hashes.Contains(stored.Sha256) && await TryRemoveAsync(stored, blob.Properties.ETag!.Value, cancellationToken))
                {
                    removed++;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failed(stored.Application, exception);
            }
        }

        return removed;
    }

    /// <returns>False where the same bytes are already there.</returns>
    private async Task<bool> TryCopyAsync(string incoming, StoredDocument stored, bool whereNoneIs, CancellationToken cancellationToken)
    {
        BlobCopyFromUriOptions options = new();
        if (whereNoneIs)
        {
            options.DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        }

        try
        {
            // Within one account the service reads the source with the caller's own credentials, by key or by Entra ID, so the address
            // needs no signature.
            var copy = await BlobOf(stored).StartCopyFromUriAsync(_incoming.GetBlobClient(incoming).Uri, options, cancellationToken);
            await copy.WaitForCompletionAsync(cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Marks existing bytes as recently used, so that they aren't collected before the application refers to them.</summary>
    /// <returns>False where they don't exist any more.</returns>
    private async Task<bool> TryClaimAsync(StoredDocument stored, CancellationToken cancellationToken)
    {
        while (await FindAsync(stored, cancellationToken) is { } found)
        {
            if (await TryNoteAsync(stored, found, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The stored bytes' ETag and notes at this moment; null where there are none.</summary>
    private async Task<Noted?> FindAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties found = await BlobOf(document).GetPropertiesAsync(cancellationToken: cancellationToken);
            return new Noted(found.ETag, new Dictionary<string, string>(found.Metadata));
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Adds notes to the metadata, and with the first ones the original ETag.</summary>
    /// <returns>False where the blob has changed since it was found.</returns>
    private async Task<bool> TryNoteAsync(
        StoredDocument document,
        Noted found,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] notes
    )
    {
        Dictionary<string, string> all = new(found.Notes);
        all.TryAdd(FirstTag, Unquoted(found.Tag));
        foreach ((var name, var value) in notes)
        {
            all[name] = value;
        }

        try
        {
            await BlobOf(document).SetMetadataAsync(all, new BlobRequestConditions { IfMatch = found.Tag }, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>An ETag in the form that events have it.</summary>
    private static string Unquoted(ETag tag) => tag.ToString().Trim('"');

    private async Task<bool> TryRemoveAsync(StoredDocument stored, ETag seen, CancellationToken cancellationToken)
    {
        try
        {
            return await BlobOf(stored)
                .DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = seen }, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false;
        }
    }

    private static bool IsFoundClean(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Scan, out var verdict) && verdict == Clean;

    private BlobClient BlobOf(StoredDocument document) => _documents.GetBlobClient(document.Name);

    /// <summary>Stored bytes' current ETag and the notes in their metadata.</summary>
    private sealed record Noted(ETag Tag, Dictionary<string, string> Notes)
    {
        /// <summary>All ETags that these same bytes are known to have or to have had.</summary>
        public HashSet<string> Tags { get; } =
        [Unquoted(Tag), .. Notes.Where(note => note.Key is FirstTag or ScannedTag).Select(note => note.Value)];
    }
}
