using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace MicroCred.App.Storage;

/// <summary>Reads files that may be missing.</summary>
internal static class FindFile
{
    /// <summary>A file's content and details; null where there is no such file. One storage request.</summary>
    /// <exception cref="RequestFailedException">It can't be read.</exception>
    public static async Task<BlobDownloadResult?> FindAsync(this BlobClient file, CancellationToken cancellationToken)
    {
        try
        {
            return await file.DownloadContentAsync(cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }
}
