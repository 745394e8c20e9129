using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;

namespace MicroCred.App.Register;

/// <summary>The files with imported entries in <see cref="StorageNames.RegisterContainer"/>: a line of JSON for each, compressed, named by its hash and written once.</summary>
internal sealed class ImportFiles(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _files = blobs.GetBlobContainerClient(StorageNames.RegisterContainer);

    /// <summary>Writes a file. One storage request.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> WriteAsync(IReadOnlyList<ImportedEntry> entries, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = new();
        await using (GZipStream packed = new(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                JsonSerializer.Serialize(packed, entry, AppJson.Stored);
                packed.WriteByte((byte)'\n');
            }
        }

        var content = BinaryData.FromBytes(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        var name = $"{StorageNames.ImportedEntries}{Convert.ToHexStringLower(SHA256.HashData(content))}.jsonl.gz";
        await _files.GetBlobClient(name).AddAsync(content, "application/gzip", cancellationToken);
        return name;
    }

    /// <summary>A file's entries. One storage request.</summary>
    /// <exception cref="InvalidDataException">It isn't what was written.</exception>
    public async Task<IReadOnlyList<ImportedEntry>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var content = (await _files.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
        await using GZipStream unpacked = new(content.ToStream(), CompressionMode.Decompress);
        List<ImportedEntry> entries = [];
        await foreach (
            var entry in JsonSerializer.DeserializeAsyncEnumerable<ImportedEntry>(
                unpacked,
                topLevelValues: true,
                AppJson.Stored,
                cancellationToken
            )
        )
        {
            entries.Add(entry ?? throw new InvalidDataException($"{name} has a line without an entry."));
        }

        return entries;
    }
}
