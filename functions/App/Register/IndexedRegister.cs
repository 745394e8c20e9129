using System.Security.Cryptography;
using System.Text.Json;
using MicroCred.App.Serialization;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Register;

/// <summary>The register as the file of <see cref="IndexDocument"/> has it: one file instead of thousands of rows.</summary>
internal sealed partial class IndexedRegister(DocumentFiles files, ILogger<IndexedRegister> logger)
{
    /// <summary>
    /// The entries, and the number of the log's row that they go up to; null where there is no such file, or it isn't what was written. Two
    /// storage requests; several more for a large register.
    /// </summary>
    public async Task<(long Seq, IReadOnlyList<IndexedEntry> Entries)?> ReadAsync(CancellationToken cancellationToken)
    {
        if (
            await files.FindManifestAsync(cancellationToken) is not { Manifest: var manifest }
            || manifest.Find(IndexDocument.Name) is not { } stored
            || await files.OpenAsync(stored, cancellationToken) is not { } content
        )
        {
            return null;
        }

        using var sha256 = SHA256.Create();
        await using CryptoStream hashed = new(content, sha256, CryptoStreamMode.Read);
        List<IndexedEntry> entries = [];
        try
        {
            await foreach (
                var entry in JsonSerializer.DeserializeAsyncEnumerable<IndexedEntry>(
                    hashed,
                    topLevelValues: true,
                    AppJson.Stored,
                    cancellationToken
                )
            )
            {
                entries.Add(entry!);
            }
        }
        catch (JsonException damage)
        {
            LogDamaged(damage, stored.File);
            return null;
        }

        if (Convert.ToHexStringLower(sha256.Hash!) != stored.Sha256)
        {
            LogDamaged(null, stored.File);
            return null;
        }

        return (manifest.Seq, entries);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} isn't what was written; the register is read from its log instead")]
    private partial void LogDamaged(Exception? damage, string file);
}
