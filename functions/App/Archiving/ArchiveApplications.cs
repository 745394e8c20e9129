using System.Collections.Concurrent;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Archiving;

/// <summary>
/// Each night compares every archived application with its archived copy, archives what has changed since, and signs a record of what it
/// found and added. Azure tables have no backup: an application whose rows are lost can be read from the archive. Changes made behind the
/// app's back show up too, whoever made them and however consistently. An interrupted run is completed by the next one.
/// </summary>
[Feature(Features.Archiving)]
internal sealed partial class ArchiveApplications(
    Worklists worklists,
    ApplicationStore applications,
    DocumentStore documents,
    Listings listings,
    RegisterFiles files,
    Archive archive,
    SignedNights nights,
    ArchiveMeter meter,
    TimeProvider time,
    ILogger<ArchiveApplications> logger
)
{
    private const int LooksAtOnce = 8;

    /// <exception cref="InvalidOperationException">
    /// Something differs from its archived copy or couldn't be archived; everything else was archived.
    /// </exception>
    [Function(nameof(ArchiveApplications))]
    public async Task RunAsync([TimerTrigger("%ARCHIVE_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        // A run that fails counts as one fault.
        var wrong = 1;
        try
        {
            var signed = await NightAsync(cancellationToken);
            var night = signed.Night;
            wrong = night.Differences.Count + night.Failed.Count;
            LogNight(night.Number, signed.Sha256, night.Compared, night.Applications.Count, night.Differences.Count, night.Failed.Count);
        }
        finally
        {
            meter.Set(wrong);
        }

        if (wrong > 0)
        {
            throw new InvalidOperationException(
                $"{wrong} things aren't as they were put away, or couldn't be put away; the log names them."
            );
        }
    }

    private async Task<SignedNight> NightAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> there = await archive.FilesAsync(cancellationToken);
        var signed = await nights.ReadAsync(there.Keys, cancellationToken);
        NightlyLook look = new(
            applications,
            listings,
            files,
            archive,
            signed,
            new DocumentComparison(documents, await documents.TagsAsync(cancellationToken), signed),
            time
        );
        var left = there
            .Where(file => !signed.Files.ContainsKey(file.Key) && !signed.HasRefused(new SeenBlob(file.Key, file.Value)))
            .Select(file => file.Key)
            .ToLookup(Archive.ApplicationOf);
        ConcurrentBag<(LookedAt Found, IReadOnlyList<ArchivedHead> Added)> all = [];
        ConcurrentBag<ApplicationId> failed = [];
        await Parallel.ForEachAsync(
            await IdsAsync(signed, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = LooksAtOnce, CancellationToken = cancellationToken },
            async (id, cancellationToken) =>
            {
                try
                {
                    all.Add(await LookAndPutAwayAsync(id));
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    failed.Add(id);
                    LogFailed(exception, id);
                }

                // Only the signed part of each is kept: all of them together would exceed an instance's memory.
                async Task<(LookedAt, IReadOnlyList<ArchivedHead>)> LookAndPutAwayAsync(ApplicationId one)
                {
                    var found = await look.AtAsync(one, cancellationToken);
                    return (found with { Today = null }, await PutAwayAsync(found, signed, left[one], there, cancellationToken));
                }
            }
        );

        IReadOnlyList<ArchivedHead> added =
        [
            .. all.SelectMany(one => one.Added).OrderBy(head => head.Id.Value).ThenBy(head => head.Revision),
        ];
        (var ofFiles, var refused) = await FilesAsync(there, signed, added, cancellationToken);
        ArchiveNight night = new(
            Number: 0,
            time.GetUtcNow(),
            Previous: "",
            all.Count(one => one.Found.Compared),
            added,
            [.. all.SelectMany(one => one.Found.Documents).OrderBy(document => document.Name, StringComparer.Ordinal)],
            [.. all.SelectMany(one => one.Found.Differences).OrderBy(difference => difference.Application!.Value.Value), .. ofFiles],
            [.. failed.OrderBy(id => id.Value)],
            refused
        );
        foreach (var difference in night.Differences)
        {
            LogDifference(difference.Application?.ToString() ?? "-", difference.File ?? "-", difference.Kind, difference.Detail);
        }

        return await nights.AddAsync(night, signed.Last, cancellationToken);
    }

    /// <summary>All archived applications and all those on the lists, except drafts, which concern only their provider.</summary>
    private async Task<IReadOnlySet<ApplicationId>> IdsAsync(SignedArchive signed, CancellationToken cancellationToken)
    {
        HashSet<ApplicationId> ids = [.. signed.Applications];
        ids.UnionWith((await worklists.BacklogAsync(cancellationToken)).Applications.Select(line => line.Id));
        await foreach ((var id, _) in worklists.FinishedAsync(cancellationToken))
        {
            ids.Add(id);
        }

        return ids;
    }

    /// <summary>
    /// Archives an application as it stands, even where something is wrong with it: lost evidence is worse than flagged evidence. Files
    /// left unsigned by an interrupted night are adopted if today's rows confirm them.
    /// </summary>
    private async Task<IReadOnlyList<ArchivedHead>> PutAwayAsync(
        LookedAt found,
        SignedArchive signed,
        IEnumerable<string> left,
        IReadOnlyDictionary<string, string> there,
        CancellationToken cancellationToken
    )
    {
        // Reconciliation repairs a line that shows an application where it isn't.
        if (found.Today is not { Application: { Status: not ApplicationStatus.Draft } application } today)
        {
            return [];
        }

        // A copy that its own chain doesn't confirm can't serve as a reference later. Other faults, such as a missing document, don't
        // prevent that.
        var differs = found.Differences.Any(difference =>
            difference.Kind
                is DifferenceKind.ChainBroken
                    or DifferenceKind.EventChanged
                    or DifferenceKind.EventGone
                    or DifferenceKind.StateChanged
                    or DifferenceKind.EntryChanged
        );
        List<ArchivedHead> heads = [];
        foreach (var name in left)
        {
            if (await TakeUpAsync(name, there, today, differs, cancellationToken) is { } head)
            {
                heads.Add(head);
            }
        }

        if (heads.Exists(head => head.IsOf(today)))
        {
            return heads;
        }

        if (signed.HeadOf(today) is { } known)
        {
            // The copy archived while something else was wrong becomes the reference from now on.
            return known.Differs && !differs ? [.. heads, known with { Differs = false }] : heads;
        }

        var entry = application is { IsClosed: true, Registration: { } registration }
            ? await AddEntryAsync(registration.Number, application.Revision, cancellationToken)
            : null;
        var archived = ArchivedApplication.Of(today, entry is null ? null : ArchivedFile.Of(entry), time.GetUtcNow());
        return [.. heads, ArchivedHead.Of(archived, await archive.AddAsync(archived, cancellationToken), entry, differs)];
    }

    private async Task<ArchivedHead?> TakeUpAsync(
        string name,
        IReadOnlyDictionary<string, string> there,
        WholeApplication today,
        bool differs,
        CancellationToken cancellationToken
    )
    {
        if (
            await archive.ReadAsync(name, cancellationToken) is not { } file
            || !name.Contains(Archive.HashOf(file), StringComparison.Ordinal)
            || ArchivedApplication.Read(file) is not { } archived
            || !archived.IsBorneOutBy(today)
        )
        {
            return null;
        }

        SignedFile itself = new(name, Archive.HashOf(file), there[name]);
        var then = archived.Application;
        if (archived.RegisterEntry is not { } kept)
        {
            return then is { IsClosed: true, Registration: not null } ? null : ArchivedHead.Of(archived, itself, entry: null, differs);
        }

        var entry = $"{StorageNames.RegisterLogContainer}/{kept.Name}";
        return
            there.TryGetValue(entry, out var tag)
            && Archive.EntryOf(entry) is { } number
            && number == today.Application.Registration?.Number
            && await archive.ReadAsync(entry, cancellationToken) is { } put
            && Archive.HashOf(put) is var sha256
            && (
                await PublishedAsync(entry, cancellationToken) == sha256
                || (
                    EntryPart.Of(then) is { } part
                    && await listings.FindListedAsync(number, cancellationToken) is { } listed
                    && Archive.HashOf(RegisterCaching.JsonOf(listed.With(part).Entry).WithoutLinks()) == sha256
                )
            )
            ? ArchivedHead.Of(archived, itself, new SignedFile(entry, sha256, tag), differs)
            : null;
    }

    private async Task<SignedFile> AddEntryAsync(int number, int revision, CancellationToken cancellationToken) =>
        await files.ReadAsync(number, RegisterFile.Json, cancellationToken) is { } published
            ? await archive.AddEntryAsync(number, revision, published, cancellationToken)
            : throw new InvalidDataException($"Number {number} of the register has no file.");

    /// <summary>The SHA-256 of an archive file that equals an entry's current public file; null for any other.</summary>
    private async Task<string?> PublishedAsync(string name, CancellationToken cancellationToken) =>
        Archive.EntryOf(name) is { } number
        && await archive.ReadAsync(name, cancellationToken) is { } file
        && await files.ReadAsync(number, RegisterFile.Json, cancellationToken) is { } published
        && Archive.HashOf(file) is var sha256
        && sha256 == Archive.HashOf(published.WithoutLinks())
            ? sha256
            : null;

    /// <summary>
    /// Compares the archive's own files with what was signed. A file that no night added is refused: reported once, and never read.
    /// </summary>
    private async Task<(IReadOnlyList<ArchiveDifference> Differences, IReadOnlyList<SeenBlob> Refused)> FilesAsync(
        IReadOnlyDictionary<string, string> there,
        SignedArchive signed,
        IReadOnlyList<ArchivedHead> added,
        CancellationToken cancellationToken
    )
    {
        List<ArchiveDifference> differences = [.. signed.Gone];
        foreach (var file in signed.Files.Values)
        {
            if (!there.TryGetValue(file.Name, out var tag))
            {
                differences.Add(new(Archive.ApplicationOf(file.Name), file.Name, DifferenceKind.FileGone, "It was signed and is gone."));
            }
            else if (tag != file.Tag && await archive.ReadAsync(file, cancellationToken) is null)
            {
                differences.Add(new(Archive.ApplicationOf(file.Name), file.Name, DifferenceKind.FileChanged, "It isn't what was signed."));
            }
        }

        HashSet<string> ours =
        [
            .. signed.Files.Keys,
            .. signed.Nights,
            .. added.SelectMany(head => (SignedFile?[])[head.File, head.Entry]).OfType<SignedFile>().Select(file => file.Name),
        ];
        List<SeenBlob> refused = [];
        foreach ((var name, var tag) in there.Where(file => !ours.Contains(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            SeenBlob planted = new(name, tag);
            if (!signed.HasRefused(planted) && await PublishedAsync(name, cancellationToken) is not null)
            {
                // An interrupted night archived the entry but not yet the application's own file, and the entry is still what is published.
                continue;
            }

            refused.Add(planted);
            if (!signed.HasRefused(planted) && !(signed.Last is null && Archive.IsFormer(name)))
            {
                differences.Add(new(Archive.ApplicationOf(name), name, DifferenceKind.FilePlanted, "No night put it there."));
            }
        }

        return (differences, refused);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not as it was put away: application {Application}, file {File}, {Kind}: {Detail}")]
    private partial void LogDifference(string application, string file, DifferenceKind kind, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Application} couldn't be compared or archived")]
    private partial void LogFailed(Exception exception, ApplicationId application);

    /// <summary>The log keeps the hash outside the archive, so that the removal of a night and of all later ones is noticed.</summary>
    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Night {Number}, SHA-256 {Sha256}: {Compared} applications compared, {Added} archived, "
            + "{Differences} differences, {Failed} failed"
    )]
    private partial void LogNight(int number, string sha256, int compared, int added, int differences, int failed);
}
