using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Storage;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// What lasts: applications that ended in the container <c>audit</c>, and their entries as published in <c>register-log</c>. In Azure nobody,
/// not even the app, can change or delete what is there until its time is over.
/// </summary>
internal sealed partial class Archive(BlobServiceClient blobs, ILogger<Archive> logger)
{
    private const string Sha256 = "sha256";

    private readonly BlobContainerClient _audit = blobs.GetBlobContainerClient(Names.AuditContainer);
    private readonly BlobContainerClient _registerLog = blobs.GetBlobContainerClient(Names.RegisterLogContainer);

    public static string NameOf(ApplicationId id, int revision) => $"{id}/{revision}.json";

    /// <summary>The names of all applications' files. One storage request for each five thousand.</summary>
    public async Task<HashSet<string>> Applications(CancellationToken cancel)
    {
        HashSet<string> names = [];
        await foreach (BlobItem file in _audit.GetBlobsAsync(cancellationToken: cancel))
        {
            names.Add(file.Name);
        }

        return names;
    }

    /// <summary>Puts an application away, whole or not: evidence that is lost is worse than evidence that is marked.</summary>
    public Task<ArchivedFile> Add(ArchivedApplication archived, CancellationToken cancel)
    {
        if (archived.ChainBreak is { } broken)
        {
            LogBroken(archived.Application.Id, broken.Number, broken.Reason);
        }

        return Add(
            _audit,
            NameOf(archived.Application.Id, archived.Application.Revision),
            BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(archived, AppJson.Stored)),
            cancel);
    }

    /// <summary>The bytes of an entry's public file as they were when the application had that revision.</summary>
    public Task<ArchivedFile> AddEntry(int number, int revision, BinaryData published, CancellationToken cancel) =>
        Add(_registerLog, $"{number}/{revision}.json", published, cancel);

    /// <summary>
    /// Puts a file there once. An earlier run's is left as it is, and asked for beforehand, since the app has no right to overwrite one.
    /// </summary>
    private static async Task<ArchivedFile> Add(BlobContainerClient container, string name, BinaryData content, CancellationToken cancel)
    {
        BlobClient file = container.GetBlobClient(name);
        if (await file.ExistsAsync(cancel))
        {
            BlobProperties kept = await file.GetPropertiesAsync(cancellationToken: cancel);
            return new ArchivedFile(name, kept.Metadata[Sha256]);
        }

        string sha256 = Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
        await file.UploadAsync(
            content,
            new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                Metadata = new Dictionary<string, string> { [Sha256] = sha256 },
            },
            cancel);
        return new ArchivedFile(name, sha256);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit chain of application {Application} is broken at event {Number}: {Reason}")]
    private partial void LogBroken(ApplicationId application, int number, string reason);
}
