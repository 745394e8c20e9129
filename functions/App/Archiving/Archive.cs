using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Register;
using MicroCred.App.Storage;

namespace MicroCred.App.Archiving;

/// <summary>
/// The long-term archive: applications and the signed nightly records in the container <c>audit</c>, published entries in
/// <c>register-log</c>. In Azure nobody, not even the app, can change or delete a file before its retention ends. But anybody with the
/// right to add can add any file, so a file's name or content is trusted only once a signed nightly record lists it. File names here
/// include their container.
/// </summary>
internal sealed partial class Archive(BlobServiceClient blobs)
{
    private const string Nights = "nights/";

    private readonly BlobContainerClient _audit = blobs.GetBlobContainerClient(StorageNames.AuditContainer);
    private readonly BlobContainerClient _registerLog = blobs.GetBlobContainerClient(StorageNames.RegisterLogContainer);

    /// <summary>
    /// Every file's ETag by its name, except operators' acts, which are never read back. One storage request for each five thousand.
    /// </summary>
    public async Task<Dictionary<string, string>> FilesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> tags = [];
        foreach (var container in (BlobContainerClient[])[_audit, _registerLog])
        {
            await foreach (var file in container.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                if (container == _audit && file.Name.StartsWith(StorageNames.OperatorActs, StringComparison.Ordinal))
                {
                    continue;
                }

                tags[$"{container.Name}/{file.Name}"] = file.Properties.ETag.ToString()!;
            }
        }

        return tags;
    }

    /// <summary>The names of the nightly records, the latest first.</summary>
    public async Task<IReadOnlyList<string>> NightsBackwardsAsync(CancellationToken cancellationToken)
    {
        List<string> names = [];
        await foreach (var file in _audit.GetBlobsAsync(BlobTraits.None, BlobStates.None, Nights, cancellationToken))
        {
            names.Add($"{_audit.Name}/{file.Name}");
        }

        return [.. names.OrderDescending(StringComparer.Ordinal)];
    }

    /// <summary>A file's bytes; null where there is none.</summary>
    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await BlobOf(name).FindAsync(cancellationToken))?.Content;

    /// <summary>A signed file's bytes; null where the file is missing or isn't what was signed.</summary>
    public async Task<BinaryData?> ReadAsync(SignedFile file, CancellationToken cancellationToken) =>
        await ReadAsync(file.Name, cancellationToken) is { } content && HashOf(content) == file.Sha256 ? content : null;

    /// <summary>Archives an application.</summary>
    public Task<SignedFile> AddAsync(ArchivedApplication archived, CancellationToken cancellationToken) =>
        AddAsync(_audit, $"{archived.Id}/{archived.Revision}", archived.ToBytes(), cancellationToken);

    /// <summary>Archives an entry's public file, without links to it, as it was at that revision of the application.</summary>
    public Task<SignedFile> AddEntryAsync(int number, int revision, BinaryData published, CancellationToken cancellationToken) =>
        AddAsync(_registerLog, $"{number}/{revision}", published.WithoutLinks(), cancellationToken);

    /// <summary>Archives a signed nightly record under the name that its time gives it.</summary>
    public Task AddNightAsync(string name, string jws, CancellationToken cancellationToken) =>
        BlobOf(name).AddAsync(BinaryData.FromString(jws), "application/jose", cancellationToken);

    public static string NameOfNight(DateTimeOffset at) =>
        $"{StorageNames.AuditContainer}/{Nights}{at.UtcDateTime:yyyyMMdd'T'HHmmssfffffff'Z'}.jws";

    public static bool IsNight(string name) => name.StartsWith($"{StorageNames.AuditContainer}/{Nights}", StringComparison.Ordinal);

    /// <summary>The application that a file's name refers to; null where it isn't an application's file.</summary>
    public static ApplicationId? ApplicationOf(string name) =>
        ApplicationFile().Match(name) is { Success: true } match && ApplicationId.TryCreate(match.Groups["id"].Value, out var id)
            ? id
            : null;

    /// <summary>The register number that a file's name refers to; null where it isn't an entry's file.</summary>
    public static int? EntryOf(string name) =>
        EntryFile().Match(name) is { Success: true } match && int.TryParse(match.Groups["number"].ValueSpan, out var number)
            ? number
            : null;

    /// <summary>Whether a file's name is in the former format, without a hash, from before nights were signed.</summary>
    public static bool IsFormer(string name) => FormerFile().IsMatch(name);

    /// <summary>The SHA-256 of a file's bytes, in lower-case hex.</summary>
    public static string HashOf(BinaryData content) => Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));

    /// <summary>
    /// Adds a file once. Its name contains its SHA-256, so nobody can occupy that name in advance with other content; if somebody did, a
    /// number is appended. Existing files are looked up first, since the app has no right to overwrite.
    /// </summary>
    private static async Task<SignedFile> AddAsync(
        BlobContainerClient container,
        string stem,
        BinaryData content,
        CancellationToken cancellationToken
    )
    {
        var sha256 = HashOf(content);
        for (var copy = 1; ; copy++)
        {
            var name = copy == 1 ? $"{stem}-{sha256}.json" : $"{stem}-{sha256}-{copy}.json";
            var file = container.GetBlobClient(name);
            if (!await file.ExistsAsync(cancellationToken))
            {
                return new SignedFile(
                    $"{container.Name}/{name}",
                    sha256,
                    (await file.AddAsync(content, "application/json", cancellationToken)).ToString()
                );
            }

            BlobDownloadResult kept = await file.DownloadContentAsync(cancellationToken);
            if (HashOf(kept.Content) == sha256)
            {
                return new SignedFile($"{container.Name}/{name}", sha256, kept.Details.ETag.ToString());
            }
        }
    }

    private BlobClient BlobOf(string name)
    {
        var parts = name.Split('/', 2);
        return (parts[0] == _audit.Name ? _audit : _registerLog).GetBlobClient(parts[1]);
    }

    [GeneratedRegex(@"^audit/(?<id>[0-9a-f-]{36})/[0-9]+-[0-9a-f]{64}(-[0-9]+)?\.json$")]
    private static partial Regex ApplicationFile();

    [GeneratedRegex(@"^register-log/(?<number>[0-9]+)/[0-9]+-[0-9a-f]{64}(-[0-9]+)?\.json$")]
    private static partial Regex EntryFile();

    [GeneratedRegex(@"^(audit/[0-9a-f-]{36}|register-log/[0-9]+)/[0-9]+\.json$")]
    private static partial Regex FormerFile();
}
