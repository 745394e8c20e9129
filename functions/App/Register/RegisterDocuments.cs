using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// The documents that are made of all entries, such as the CSV and the statistics. They are files, written once for all that changed since;
/// until they are, each process makes those that it is asked for itself, the same to the byte.
/// </summary>
internal sealed class RegisterDocuments(
    RegisterIndex index,
    DocumentFiles files,
    IEnumerable<IRegisterDocumentSource> sources,
    TimeProvider time
)
{
    /// <summary>The maximum number of documents that are kept in memory: readers may ask for any day's statistics.</summary>
    private const int Most = 50;

    /// <summary>How often it is looked whether files that lacked a change have it by now.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private volatile Held _held = new(new(0, [], []), default, null);
    private volatile Look? _look;

    /// <summary>A document, from its file where that has all that this process knows.</summary>
    /// <param name="of">Names the document, and makes it where there is no such file.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<ReadDocument> ReadAsync(Func<RegisterAsOf, DateOnly, RegisterDocument> of, CancellationToken cancellationToken)
    {
        var register = await index.ReadAsync(cancellationToken);
        var today = Today();
        var manifest = await CoveringAsync(register.Seq, today, cancellationToken);
        var held = _held;
        if (!held.IsOf(register, today, manifest))
        {
            _held = held = new Held(register, today, manifest);
        }

        var document = of(register, today);
        if (held.Documents.TryGetValue(document.Name, out var known))
        {
            return known;
        }

        var read = (manifest?.Find(document.Name) is { } stored ? await InFileAsync(document, stored, cancellationToken) : null)
            ?? await MadeAsync(document, cancellationToken);
        if (held.Documents.Count < Most)
        {
            held.Documents.TryAdd(document.Name, read);
        }

        return read;
    }

    /// <summary>
    /// Writes the documents that changed since they were last written, and all of them each day: what wasn't written for a week is removed
    /// by the storage account. One storage request where nothing changed; else three and one for each document.
    /// </summary>
    /// <returns>The names of the documents that were written.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(CancellationToken cancellationToken)
    {
        var register = await index.NowAsync(cancellationToken);
        var today = Today();
        if (IsWritten(_look?.Found?.Manifest))
        {
            return [];
        }

        var before = await LookAsync(cancellationToken);
        if (IsWritten(before?.Manifest))
        {
            return [];
        }

        var written = await WriteAsync(register, today, before, readsFiles: false, cancellationToken);
        return [.. written.Select(document => document.Name)];

        bool IsWritten(DocumentManifest? manifest) => manifest?.Seq == register.Seq && manifest.Day == today;
    }

    /// <summary>Makes every document anew from the log alone, and writes those whose files aren't the same to the byte.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The names of the documents that were missing or wrong as of the same row and day.</returns>
    public async Task<IReadOnlyList<string>> RebuildAsync(RegisterLog log, CancellationToken cancellationToken)
    {
        using RegisterIndex anew = new(log, indexed: null, time);
        var register = await anew.NowAsync(cancellationToken);
        var today = Today();
        var before = await LookAsync(cancellationToken);
        var written = await WriteAsync(register, today, before, readsFiles: true, cancellationToken);
        return before is { Manifest: var manifest } && manifest.Seq == register.Seq && manifest.Day == today
            ? [.. written.Select(document => document.Name)]
            : [];
    }

    private DateOnly Today() => WorkingDays.DayOf(time.GetUtcNow());

    /// <summary>The manifest, if it has a row and a day; null otherwise.</summary>
    private async Task<DocumentManifest?> CoveringAsync(long seq, DateOnly today, CancellationToken cancellationToken)
    {
        var look = _look;
        if (look?.Found?.Manifest.Covers(seq, today) != true && (look is null || time.GetUtcNow() - look.At > BetweenLooks))
        {
            await LookAsync(cancellationToken);
        }

        return _look?.Found is { Manifest: var manifest } && manifest.Covers(seq, today) ? manifest : null;
    }

    private async Task<(DocumentManifest Manifest, ETag Tag)?> LookAsync(CancellationToken cancellationToken)
    {
        var found = await files.FindManifestAsync(cancellationToken);
        _look = new Look(time.GetUtcNow(), found);
        return found;
    }

    private async Task<List<WrittenDocument>> WriteAsync(
        RegisterAsOf register,
        DateOnly today,
        (DocumentManifest Manifest, ETag Tag)? before,
        bool readsFiles,
        CancellationToken cancellationToken
    )
    {
        List<WrittenDocument> all = [],
            written = [];
        foreach (var document in sources.SelectMany(source => source.Of(register, today)))
        {
            await using var content = await ContentAsync(document, cancellationToken);
            WrittenDocument stored = new(document.Name, await HashAsync(content, cancellationToken));
            all.Add(stored);
            var isWritten = before is { Manifest: var last } && last.Day == today && last.Find(stored.Name) == stored;
            if (!isWritten || (readsFiles && !await files.IsIntactAsync(stored, cancellationToken)))
            {
                await files.WriteAsync(stored, document.ContentType, content, cancellationToken);
                written.Add(stored);
            }
        }

        await files.TryWriteManifestAsync(new DocumentManifest(register.Seq, today, all), before?.Tag, cancellationToken);
        await LookAsync(cancellationToken);
        return written;
    }

    private async Task<ReadDocument?> InFileAsync(RegisterDocument document, WrittenDocument stored, CancellationToken cancellationToken)
    {
        if (document.IsLarge)
        {
            return await files.IsThereAsync(stored, cancellationToken)
                ? new ReadDocument(document, stored.Sha256, Content: null, (target, token) => files.CopyAsync(stored, target, token))
                : null;
        }

        return await files.ReadAsync(stored, cancellationToken) is { } content ? new ReadDocument(document, stored.Sha256, content) : null;
    }

    private static async Task<ReadDocument> MadeAsync(RegisterDocument document, CancellationToken cancellationToken)
    {
        await using var content = await ContentAsync(document, cancellationToken);
        var sha256 = await HashAsync(content, cancellationToken);
        return content is MemoryStream made
            ? new ReadDocument(document, sha256, BinaryData.FromBytes(made.ToArray()))
            : new ReadDocument(document, sha256, Content: null, document.WriteAsync);
    }

    /// <summary>A document's content, in memory or, if it is large, in a file that is gone once it is closed.</summary>
    private static async Task<Stream> ContentAsync(RegisterDocument document, CancellationToken cancellationToken)
    {
        Stream content = document.IsLarge
            ? new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1 << 16,
                FileOptions.DeleteOnClose | FileOptions.Asynchronous
            )
            : new MemoryStream();
        try
        {
            await document.WriteAsync(content, cancellationToken);
            content.Position = 0;
            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <returns>64 hexadecimal digits; the content is at its start again.</returns>
    private static async Task<string> HashAsync(Stream content, CancellationToken cancellationToken)
    {
        var hash = await SHA256.HashDataAsync(content, cancellationToken);
        content.Position = 0;
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>The documents that were read of a state of the register.</summary>
    private sealed record Held(RegisterAsOf Register, DateOnly Today, DocumentManifest? Manifest)
    {
        public ConcurrentDictionary<string, ReadDocument> Documents { get; } = [];

        public bool IsOf(RegisterAsOf register, DateOnly today, DocumentManifest? manifest) =>
            ReferenceEquals(Register, register) && Today == today && ReferenceEquals(Manifest, manifest);
    }

    /// <summary>The manifest when it was last looked at.</summary>
    private sealed record Look(DateTimeOffset At, (DocumentManifest Manifest, ETag Tag)? Found);
}

/// <summary>A document to be sent.</summary>
/// <param name="Document">What it is.</param>
/// <param name="Sha256">Its content's hash, 64 hexadecimal digits.</param>
/// <param name="Content">Its content; null for a large one.</param>
/// <param name="WriteAsync">Writes a large one's content; null for another.</param>
internal sealed record ReadDocument(
    RegisterDocument Document,
    string Sha256,
    BinaryData? Content,
    Func<Stream, CancellationToken, Task>? WriteAsync = null
)
{
    public ETag Tag => RegisterCaching.TagOf(Sha256);
}
