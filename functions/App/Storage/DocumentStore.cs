using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.Approval;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Storage;

/// <summary>
/// The checked documents of applications, each under the application's id and the SHA-256 of its bytes. Where the storage account scans
/// them for malware, a document found clean carries that as metadata, which comes with its bytes; none is opened before.
/// </summary>
/// <remarks>
/// A scan is of bytes under an ETag, and every note in the metadata changes the tag without changing the bytes. So the first note keeps
/// the tag that they came with, and goes with them: bytes that are written over others come without notes.
/// </remarks>
internal sealed class DocumentStore(BlobServiceClient blobs, IOptions<DocumentOptions> options)
{
    private const string Scan = "scan";
    private const string Clean = "clean";
    private const string ScanId = "scan_id";
    private const string ScannedTag = "scan_etag";
    private const string FirstTag = "etag";

    private readonly BlobContainerClient _incoming = blobs.GetBlobContainerClient(StorageNames.IncomingContainer);
    private readonly BlobContainerClient _documents = blobs.GetBlobContainerClient(StorageNames.DocumentsContainer);
    private readonly bool _awaitsScan = options.Value.AwaitScan;

    /// <summary>What there is of a document to read. One storage request.</summary>
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

    /// <summary>
    /// Whether a document's bytes are kept and nobody gets them, since they weren't found clean yet. One storage request.
    /// </summary>
    public async Task<bool> IsWithheldAsync(StoredDocument document, CancellationToken cancellationToken) =>
        _awaitsScan && await FindAsync(document, cancellationToken) is { } found && !IsFoundClean(found.Notes);

    /// <summary>
    /// Copies a document's bytes, within the storage account, from where they came in to the application's documents, where nothing is ever
    /// overwritten. A rejected one isn't kept at all: nobody can read it, so there is only the record that it came, and why it was
    /// rejected.
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
            // The same bytes were there. They may be collected before they are claimed, or not be what their name says.
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

    /// <summary>The document that is kept at an address; null where the address isn't one of ours.</summary>
    public StoredDocument? At(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.AbsoluteUri.StartsWith($"{_documents.Uri.AbsoluteUri}/", StringComparison.Ordinal)
            ? StoredDocument.Named(uri.AbsoluteUri[(_documents.Uri.AbsoluteUri.Length + 1)..])
            : null;

    /// <summary>Whether a scan was of the bytes that are kept now. One storage request.</summary>
    public async Task<ScannedBytes> ScannedAsync(StoredDocument document, MalwareScan scan, CancellationToken cancellationToken) =>
        await FindAsync(document, cancellationToken) is not { } found ? ScannedBytes.Gone
        : found.Tags.Contains(scan.ETag) ? ScannedBytes.Kept
        : ScannedBytes.Replaced;

    /// <summary>Notes that a scan found a document clean, and which scan, where it was of the bytes that are kept.</summary>
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

    /// <summary>The scan that found a document clean; null where none has, or its bytes aren't kept. One storage request.</summary>
    public async Task<MalwareScan?> CleanScanAsync(StoredDocument document, CancellationToken cancellationToken) =>
        await FindAsync(document, cancellationToken) is { } found
        && found.Notes.TryGetValue(ScanId, out var id)
        && found.Notes.TryGetValue(ScannedTag, out var tag)
            ? new MalwareScan(id, tag)
            : null;

    /// <summary>
    /// Whether a document's bytes are kept as they came, by their SHA-256, whatever a scan says of them. They are read for it, in one
    /// storage request and another for each time that the line breaks.
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
    /// The tag of every document's bytes, by their name: it changes whenever they are written. One storage request for each five
    /// thousand.
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

    /// <summary>The tag of one document's bytes; null where they are gone.</summary>
    public async Task<string?> TagOfAsync(StoredDocument document, CancellationToken cancellationToken) =>
        (await FindAsync(document, cancellationToken))?.Tag.ToString();

    public async Task<bool> HasAsync(StoredDocument document, CancellationToken cancellationToken) =>
        await BlobOf(document).ExistsAsync(cancellationToken);

    /// <summary>
    /// Removes the bytes that a scan found malware in, where they are still there, and never others that took their place. No request
    /// removes others: their name says what they are, so that it may count on the ones that another is done with. What nobody has any
    /// more is collected later.
    /// </summary>
    public async Task RemoveInfectedAsync(StoredDocument document, MalwareScan scan, CancellationToken cancellationToken)
    {
        while (
            await FindAsync(document, cancellationToken) is { } found
            && found.Tags.Contains(scan.ETag)
            && !await TryRemoveAsync(document, found.Tag, cancellationToken)
        )
        {
            // Somebody claimed the same bytes in between, or wrote others: look again which.
        }
    }

    /// <summary>
    /// Removes bytes that no document of their application has any more: what was deleted, was part of a deleted draft, or was kept by a
    /// request that came to nothing. What a request claims meanwhile stays, since that changes its tag.
    /// </summary>
    /// <param name="truth">Reads an application.</param>
    /// <param name="before">Bytes that were kept or claimed later are left alone: the request that did so may still be under way.</param>
    /// <param name="failed">Is told of an application that can't be read; its bytes stay.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many were removed.</returns>
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

    /// <returns>False where the same bytes are there already.</returns>
    private async Task<bool> TryCopyAsync(string incoming, StoredDocument stored, bool whereNoneIs, CancellationToken cancellationToken)
    {
        BlobCopyFromUriOptions options = new();
        if (whereNoneIs)
        {
            options.DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        }

        try
        {
            // Within one account the service reads the source in the caller's name, by key or by Entra ID, so no signature goes into the
            // address.
            var copy = await BlobOf(stored).StartCopyFromUriAsync(_incoming.GetBlobClient(incoming).Uri, options, cancellationToken);
            await copy.WaitForCompletionAsync(cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Makes bytes that are there as good as new, so that they aren't collected before the application has them.</summary>
    /// <returns>False where they aren't there any more.</returns>
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

    /// <summary>Bytes as they are kept at this moment; null where none are.</summary>
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

    /// <summary>Adds notes to bytes, and the tag that they came with where these are the first.</summary>
    /// <returns>False where they aren't any more as they were found.</returns>
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

    /// <summary>A tag as events have it.</summary>
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

    /// <summary>Bytes with their tag of this moment and what is noted of them.</summary>
    private sealed record Noted(ETag Tag, Dictionary<string, string> Notes)
    {
        /// <summary>The tags that these same bytes are known to have or have had.</summary>
        public HashSet<string> Tags { get; } =
        [Unquoted(Tag), .. Notes.Where(note => note.Key is FirstTag or ScannedTag).Select(note => note.Value)];
    }
}
