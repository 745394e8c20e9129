using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MicroCred.App.Storage;

/// <summary>Writes files that are never overwritten.</summary>
internal static class WriteOnce
{
    /// <summary>Writes a file that doesn't exist yet. One storage request.</summary>
    /// <returns>Its ETag.</returns>
    /// <exception cref="RequestFailedException">The file exists with other content, or it can't be written.</exception>
    public static async Task<ETag> AddAsync(this BlobClient file, BinaryData content, string type, CancellationToken cancellationToken)
    {
        try
        {
            BlobContentInfo written = await file.UploadAsync(
                content,
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = type },
                },
                cancellationToken
            );
            return written.ETag;
        }
        catch (RequestFailedException failure) when (failure.Status is 403 or 409 or 412)
        {
            // If the response to the first try was lost, the client's own retry finds the file there, or is told that it may not overwrite
            // it.
            if (
                await file.ExistsAsync(cancellationToken)
                && (await file.DownloadContentAsync(cancellationToken)).Value is var kept
                && kept.Content.ToMemory().Span.SequenceEqual(content)
            )
            {
                return kept.Details.ETag;
            }

            throw;
        }
    }
}
