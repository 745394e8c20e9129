using System.Text.Json;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>Examines applications one by one during a night, and compares each with its archived copy.</summary>
internal sealed class NightlyLook(
    ApplicationStore applications,
    Listings listings,
    RegisterFiles files,
    Archive archive,
    SignedArchive signed,
    DocumentComparison documents,
    TimeProvider time
)
{
    /// <summary>An entry's files are written within this time, or reconciliation has to write them.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>A differing application is examined a second time, since somebody may have changed it just now.</summary>
    public async Task<LookedAt> AtAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await OnceAsync(id, cancellationToken) is { Differences: [] } found ? found : await OnceAsync(id, cancellationToken);

    private async Task<LookedAt> OnceAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var head = signed.LatestOf(id);
        List<ArchiveDifference> differences = [];
        var archived = head is null ? null : await ArchivedAsync(head, differences, cancellationToken);
        (var today, var canBeRead) = await TodayAsync(id, cancellationToken);
        if (!canBeRead)
        {
            differences.Add(new(id, File: null, DifferenceKind.Unreadable, "Its rows can't be read."));
        }
        else if (today is not null)
        {
            differences.AddRange(ArchiveComparison.Between(today, archived));
            await EntryAsync(today, head, differences, cancellationToken);
        }
        else if (head is not null)
        {
            differences.Add(
                new(id, File: null, DifferenceKind.ApplicationGone, $"It was put away at revision {head.Revision}, and has no row.")
            );
        }

        if ((today?.Application ?? archived?.Application) is not { Status: not ApplicationStatus.Draft } application)
        {
            return new LookedAt(today, head is not null, differences, []);
        }

        (var wrong, var read) = await documents.OfAsync(application, cancellationToken);
        return new LookedAt(today, head is not null, [.. differences, .. wrong], read);
    }

    private async Task<ArchivedApplication?> ArchivedAsync(
        ArchivedHead head,
        List<ArchiveDifference> differences,
        CancellationToken cancellationToken
    )
    {
        if (await archive.ReadAsync(head.File, cancellationToken) is { } file)
        {
            return ArchivedApplication.Read(file)
                ?? throw new InvalidDataException($"{head.File.Name} is signed, and no application's file.");
        }

        differences.Add(
            new(head.Id, head.File.Name, DifferenceKind.FileChanged, "What it should be held against is gone, or isn't what was signed.")
        );
        return null;
    }

    /// <summary>Inconsistent rows count as a difference; unreachable storage doesn't.</summary>
    private async Task<(WholeApplication? Today, bool CanBeRead)> TodayAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        try
        {
            return (await applications.FindWholeAsync(id, cancellationToken), true);
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            return (null, false);
        }
    }

    /// <summary>
    /// An entry's public file must be what this version makes of its applications or, for the archived revision, the archived file:
    /// reconciliation may not have rewritten it for a new version yet. A change made a moment ago may not have reached the file.
    /// </summary>
    private async Task EntryAsync(
        WholeApplication today,
        ArchivedHead? head,
        List<ArchiveDifference> differences,
        CancellationToken cancellationToken
    )
    {
        if (
            today.Application is not { IsClosed: true, Registration: { Number: var number } } application
            || await listings.FoundedAsync(number, cancellationToken) is not { } listed
            || HasJustChanged(today)
        )
        {
            return;
        }

        var published = (await files.ReadAsync(number, RegisterFile.Json, cancellationToken))?.WithoutLinks().ToArray();
        BinaryData? kept = null;
        if (head?.Entry is { } entry && head.Revision == application.Revision)
        {
            kept = await archive.ReadAsync(entry, cancellationToken);
            if (kept is null)
            {
                differences.Add(
                    new(
                        head.Id,
                        entry.Name,
                        DifferenceKind.FileChanged,
                        "What its entry should be held against is gone, or isn't what was signed."
                    )
                );
            }
        }

        if (
            (published is null || !(Is(kept) || Is(RegisterCaching.JsonOf(listed.Entry).WithoutLinks())))
            && !await HasJustChangedAsync(listed, cancellationToken)
        )
        {
            differences.Add(
                new(
                    application.Id,
                    File: null,
                    DifferenceKind.EntryChanged,
                    $"The public file of number {number} is neither the one that was put away nor its applications'."
                )
            );
        }

        bool Is(BinaryData? other) => other is not null && other.ToMemory().Span.SequenceEqual(published);
    }

    private bool HasJustChanged(WholeApplication application) =>
        application.Events is [.., var last] && time.GetUtcNow() - last.Event.At < Settled;

    /// <summary>Whether any of an entry's applications was changed a moment ago.</summary>
    private async Task<bool> HasJustChangedAsync(ListedEntry listed, CancellationToken cancellationToken)
    {
        foreach (var part in listed.Parts)
        {
            if (await TodayAsync(part.Application, cancellationToken) is { Today: { } application } && HasJustChanged(application))
            {
                return true;
            }
        }

        return false;
    }
}
