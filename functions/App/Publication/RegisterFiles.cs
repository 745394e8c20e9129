using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>An entry's public files, written once per change and served as they are: <c>5056.json</c> and <c>5056.html</c>.</summary>
internal sealed class RegisterFiles(BlobServiceClient blobs, Portal.Pages pages)
{
    private readonly BlobContainerClient _files = blobs.GetBlobContainerClient(Names.RegisterContainer);

    /// <summary>Two storage requests.</summary>
    public async Task Write(RegisterEntry entry, CancellationToken cancel)
    {
        string html = await pages.RegisterEntry(entry);
        await Task.WhenAll(
            Write(Json(entry.Number), "application/json", BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(RegisterEntryView.Of(entry), AppJson.Api)), cancel),
            Write(Html(entry.Number), "text/html; charset=utf-8", BinaryData.FromString(html), cancel));
    }

    /// <summary>A file's bytes with its tag; null where there is none.</summary>
    public async Task<(BinaryData Content, ETag ETag)?> Read(string name, CancellationToken cancel)
    {
        try
        {
            BlobDownloadResult file = await _files.GetBlobClient(name).DownloadContentAsync(cancel);
            return (file.Content, file.Details.ETag);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    public static string Json(int number) => $"{number}.json";

    public static string Html(int number) => $"{number}.html";

    private Task<Response<BlobContentInfo>> Write(string name, string contentType, BinaryData content, CancellationToken cancel) =>
        _files.GetBlobClient(name).UploadAsync(
            content,
            new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType, CacheControl = RegisterCaching.Header },
                TransferOptions = new Azure.Storage.StorageTransferOptions { InitialTransferSize = 4 << 20 },
            },
            cancel);
}

/// <summary>How long others may keep what they read of the register.</summary>
internal static class RegisterCaching
{
    /// <summary>A minute without asking; then they ask whether their copy still holds.</summary>
    public const string Header = "public, max-age=60";
}
