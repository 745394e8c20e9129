using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using MicroCred.App.Storage;

namespace MicroCred.App.Tests.Support;

/// <summary>Bytes of documents that tests make without an upload: a document's are its id.</summary>
internal static class DocumentBytes
{
    /// <summary>The SHA-256 of a document's bytes, in hex.</summary>
    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Keeps the bytes of all of an application's documents.</summary>
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
