using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using MicroCred.App.Storage;

namespace MicroCred.App.Tests.Support;

/// <summary>The content of documents made without an upload: each document's content is its id.</summary>
internal static class DocumentBytes
{
    /// <summary>The SHA-256 of a document's content, in hex.</summary>
    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Stores the content of all an application's documents.</summary>
    public static Task KeepAsync(BlobServiceClient blobs, Application application) =>
        Task.WhenAll(
            application.Documents.Select(document =>
                blobs
                    .GetBlobContainerClient(StorageNames.DocumentsContainer)
                    .GetBlobClient(new StoredDocument(application.Id, document.Sha256).Name)
                    .UploadAsync(BinaryData.FromString(document.Id), overwrite: true)
            )
        );
}
