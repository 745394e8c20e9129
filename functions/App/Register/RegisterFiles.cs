using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Serialization;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// An entry's public files, written on each change and served unchanged: <c>5056.json</c>, <c>5056.html</c> and <c>5056.jsonld</c>.
/// </summary>
internal sealed class RegisterFiles(BlobServiceClient blobs, PublicPages pages, Site site)
{
    private readonly BlobContainerClient _files = blobs.GetBlobContainerClient(StorageNames.RegisterContainer);

    /// <summary>Writes an entry's files. Three storage requests.</summary>
    public Task WriteAsync(RegisterEntry entry, CancellationToken cancellationToken) =>
        Task.WhenAll(Enum.GetValues<RegisterFile>().Select(file => WriteAsync(entry, file, cancellationToken)));

    /// <summary>
    /// Writes those of an entry's files that aren't there. What is there is newer: it was written for a change. Three storage
    /// requests.
    /// </summary>
    public Task WriteMissingAsync(RegisterEntry entry, CancellationToken cancellationToken) =>
        Task.WhenAll(Enum.GetValues<RegisterFile>().Select(file => WriteMissingAsync(entry, file, cancellationToken)));

    /// <summary>A file's bytes; null where there is none.</summary>
    public async Task<BinaryData?> ReadAsync(int number, RegisterFile file, CancellationToken cancellationToken) =>
        (await Blob(number, file).FindAsync(cancellationToken))?.Content;

    /// <summary>Whether an entry's files match what this version would write. Three storage requests.</summary>
    public async Task<bool> AreOfAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        foreach (var file in Enum.GetValues<RegisterFile>())
        {
            var made = await MakeAsync(entry, file);
            if (await ReadAsync(entry.Number, file, cancellationToken) is not { } kept || !kept.ToMemory().Span.SequenceEqual(made))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The content of a file.</summary>
    public async Task<BinaryData> MakeAsync(RegisterEntry entry, RegisterFile file) =>
        file switch
        {
            RegisterFile.Json => RegisterCaching.JsonOf(entry),
            RegisterFile.JsonLd => LinkedData.Document(entry, site.Entry(entry.Number)),
            _ => await pages.RenderAsync(pages => pages.RegisterEntryAsync(entry)),
        };

    private async Task WriteMissingAsync(RegisterEntry entry, RegisterFile file, CancellationToken cancellationToken) =>
        await Blob(entry.Number, file).TryWriteAsync(await MakeAsync(entry, file), HeadersOf(file), over: null, cancellationToken);

    private async Task WriteAsync(RegisterEntry entry, RegisterFile file, CancellationToken cancellationToken) =>
        await Blob(entry.Number, file)
            .UploadAsync(
                await MakeAsync(entry, file),
                new BlobUploadOptions
                {
                    HttpHeaders = HeadersOf(file),
                    TransferOptions = new Azure.Storage.StorageTransferOptions { InitialTransferSize = 4 << 20 },
                },
                cancellationToken
            );

    private static BlobHttpHeaders HeadersOf(RegisterFile file) =>
        new() { ContentType = file.ContentType(), CacheControl = RegisterCaching.Header };

    private BlobClient Blob(int number, RegisterFile file) => _files.GetBlobClient($"{number}.{file.ToString().ToLowerInvariant()}");
}

/// <summary>The formats in which an entry is stored.</summary>
internal enum RegisterFile
{
    Json,
    Html,
    JsonLd,
}

/// <summary>The caching headers of the register's files.</summary>
internal static class RegisterCaching
{
    /// <summary>Caches may use their copy for a minute, and then have to revalidate it.</summary>
    public const string Header = "public, max-age=60";

    /// <summary>
    /// The same for the client's own cache only: shared caches here store one form of an address for all, whatever Accept says, so they
    /// must not store the rarer form.
    /// </summary>
    public const string Own = "private, max-age=60";

    /// <summary>For what never changes.</summary>
    public const string ForGood = "public, max-age=31536000, immutable";

    /// <summary>An entry as JSON.</summary>
    public static BinaryData JsonOf(RegisterEntry entry) => AppJson.Bytes(RegisterEntryView.Of(entry));

    /// <summary>
    /// An entry's JSON without the entries that link to it: those follow from other applications, the rest from the entry's own.
    /// </summary>
    public static BinaryData WithoutLinks(this BinaryData json)
    {
        var entry = JsonNode.Parse(json)!.AsObject();
        return entry.Remove("linkedFrom") ? AppJson.Bytes(entry) : json;
    }

    /// <summary>The hash of an entry's JSON, as its leaf in the log has it.</summary>
    public static string HashOf(RegisterEntry entry) => RegisterLeaf.HashOf(JsonOf(entry).ToMemory());

    /// <summary>The ETag of an entry's JSON.</summary>
    public static string Tag(this RegisterEntry entry) => JsonOf(entry).StrongTag().ToString("H");

    /// <summary>An ETag derived from the content.</summary>
    public static ETag StrongTag(this BinaryData content) => TagOf(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>An ETag derived from the content's hash, in hexadecimal digits.</summary>
    public static ETag TagOf(string sha256) => new($"\"{sha256.AsSpan(0, 16)}\"");

    public static string ContentType(this RegisterFile file) =>
        file switch
        {
            RegisterFile.Json => "application/json; charset=utf-8",
            RegisterFile.JsonLd => LinkedData.MediaType,
            _ => "text/html; charset=utf-8",
        };
}
