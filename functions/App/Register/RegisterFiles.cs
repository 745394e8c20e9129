using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.App.Register;

/// <summary>An entry's public files, written once per change and served as they are: <c>5056.json</c> and <c>5056.html</c>.</summary>
internal sealed class RegisterFiles(BlobServiceClient blobs, IServiceScopeFactory scopes)
{
    private readonly BlobContainerClient _files = blobs.GetBlobContainerClient(StorageNames.RegisterContainer);

    /// <summary>Two storage requests.</summary>
    public Task WriteAsync(RegisterEntry entry, CancellationToken cancellationToken) =>
        Task.WhenAll(Enum.GetValues<RegisterFile>().Select(file => WriteAsync(entry, file, cancellationToken)));

    /// <summary>A file's bytes; null where there is none.</summary>
    public async Task<BinaryData?> ReadAsync(int number, RegisterFile file, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult found = await Blob(number, file).DownloadContentAsync(cancellationToken);
            return found.Content;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Whether an entry's files are what this version makes of the entry as it is. Two storage requests.</summary>
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

    /// <summary>What a file holds.</summary>
    public async Task<BinaryData> MakeAsync(RegisterEntry entry, RegisterFile file) =>
        file switch
        {
            RegisterFile.Json => RegisterCaching.JsonOf(entry),
            _ => BinaryData.FromString(await PageAsync(entry)),
        };

    /// <summary>Blazor's renderer asks for scoped services.</summary>
    private async Task<string> PageAsync(RegisterEntry entry)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MicroCred.Portal.Pages>().RegisterEntryAsync(entry);
    }

    private async Task WriteAsync(RegisterEntry entry, RegisterFile file, CancellationToken cancellationToken) =>
        await Blob(entry.Number, file)
            .UploadAsync(
                await MakeAsync(entry, file),
                new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = file.ContentType(), CacheControl = RegisterCaching.Header },
                    TransferOptions = new Azure.Storage.StorageTransferOptions { InitialTransferSize = 4 << 20 },
                },
                cancellationToken
            );

    private BlobClient Blob(int number, RegisterFile file) => _files.GetBlobClient($"{number}.{file.ToString().ToLowerInvariant()}");
}

/// <summary>The forms in which an entry is kept.</summary>
internal enum RegisterFile
{
    Json,
    Html,
}

/// <summary>What is served with a file of the register.</summary>
internal static class RegisterCaching
{
    /// <summary>How long others may keep what they read: a minute without asking; then they ask whether their copy still holds.</summary>
    public const string Header = "public, max-age=60";

    /// <summary>
    /// The same for the caller alone: what lies between keeps one form of an address for everybody, whatever they accept, so it must not
    /// keep the one that few ask for.
    /// </summary>
    public const string Own = "private, max-age=60";

    /// <summary>An entry as JSON.</summary>
    public static BinaryData JsonOf(RegisterEntry entry) =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(RegisterEntryView.Of(entry), AppJson.Api));

    /// <summary>The tag of an entry, as whoever reads it as JSON gets it.</summary>
    public static string Tag(this RegisterEntry entry) => JsonOf(entry).StrongTag().ToString("H");

    /// <summary>A tag that changes with the content.</summary>
    public static ETag StrongTag(this BinaryData content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content)).AsSpan(0, 16)}\"");

    public static string ContentType(this RegisterFile file) =>
        file is RegisterFile.Json ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
}
