using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;

namespace MicroCred.App.Register;

/// <summary>
/// The documents that are made of all entries, as files of the register's container. Each is named by its content's hash; the manifest says
/// which belong together, and is written last: readers see all of a change or none.
/// </summary>
internal sealed class DocumentFiles(BlobServiceClient blobs)
{
    private const string ManifestName = StorageNames.RegisterDocuments + "manifest.json";

    private readonly BlobContainerClient _files = blobs.GetBlobContainerClient(StorageNames.RegisterContainer);

    /// <summary>The manifest and its tag; null before the first is written. One storage request.</summary>
    public async Task<(DocumentManifest Manifest, ETag Tag)?> FindManifestAsync(CancellationToken cancellationToken) =>
        await _files.GetBlobClient(ManifestName).FindAsync(cancellationToken) is { } file
            ? (file.Content.ToObjectFromJson<DocumentManifest>(AppJson.Stored)!, file.Details.ETag)
            : null;

    /// <summary>Puts a manifest in another's place. One storage request.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="over">The tag of the one before; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether it was written; else another process was quicker.</returns>
    public Task<bool> TryWriteManifestAsync(DocumentManifest manifest, ETag? over, CancellationToken cancellationToken) =>
        _files
            .GetBlobClient(ManifestName)
            .TryWriteAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(manifest, AppJson.Stored)),
                new BlobHttpHeaders { ContentType = "application/json", CacheControl = "no-cache" },
                over,
                cancellationToken
            );

    /// <summary>Writes a document's file, which appears as a whole. One storage request; several for a large one.</summary>
    public Task WriteAsync(WrittenDocument stored, string contentType, Stream content, CancellationToken cancellationToken) =>
        _files
            .GetBlobClient(stored.File)
            .UploadAsync(
                content,
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = contentType, CacheControl = RegisterCaching.ForGood },
                },
                cancellationToken
            );

    /// <summary>A document's content; null where its file isn't there. One storage request.</summary>
    public async Task<BinaryData?> ReadAsync(WrittenDocument stored, CancellationToken cancellationToken) =>
        (await _files.GetBlobClient(stored.File).FindAsync(cancellationToken))?.Content;

    /// <summary>Whether a document's file is there. One storage request.</summary>
    public async Task<bool> IsThereAsync(WrittenDocument stored, CancellationToken cancellationToken) =>
        await _files.GetBlobClient(stored.File).ExistsAsync(cancellationToken);

    /// <summary>Passes a document's content on, piece by piece.</summary>
    public async Task CopyAsync(WrittenDocument stored, Stream target, CancellationToken cancellationToken) =>
        await _files.GetBlobClient(stored.File).DownloadToAsync(target, cancellationToken);

    /// <summary>A document's content as a stream; null where its file isn't there.</summary>
    public async Task<Stream?> OpenAsync(WrittenDocument stored, CancellationToken cancellationToken)
    {
        try
        {
            return await _files.GetBlobClient(stored.File).OpenReadAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Whether a document's file is there with the content that its name says.</summary>
    public async Task<bool> IsIntactAsync(WrittenDocument stored, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(stored, cancellationToken);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) == stored.Sha256;
    }
}
