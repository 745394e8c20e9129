using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MicroCred.App.Storage;

/// <summary>Writes files that other processes write too.</summary>
internal static class TryWrite
{
    /// <summary>Writes a file where it still is as it was seen. One storage request.</summary>
    /// <param name="file">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="over">The ETag that it had; null where there was no such file.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Whether it was written; else another process was quicker.</returns>
    /// <exception cref="RequestFailedException">It can't be written.</exception>
    public static async Task<bool> TryWriteAsync(
        this BlobClient file,
        BinaryData content,
        BlobHttpHeaders headers,
        ETag? over,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await file.UploadAsync(
                content,
                new BlobUploadOptions
                {
                    Conditions = over is { } tag ? new() { IfMatch = tag } : new() { IfNoneMatch = ETag.All },
                    HttpHeaders = headers,
                },
                cancellationToken
            );
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }
}
