using System.Text.Json;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>Looks at one application after another in one night, and holds each against what was put away of it.</summary>
internal sealed class NightlyLook(
    ApplicationStore applications,
    RegisterFiles files,
    Archive archive,
    SignedArchive signed,
    DocumentComparison documents,
    TimeProvider time
)
{
    /// <summary>After so long an entry's files are written, or the next repair has to.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>What differs is looked at once more, since somebody may just have changed it.</summary>
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

    /// <summary>Rows that don't hold together are a difference; that storage can't be reached is none.</summary>
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
    /// The public file of an entry is as this version makes it of the application; or as it was put away with this revision, should the
    /// next repair have to write it anew for a new version. Of what was changed a moment ago the file may still be to come.
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
            || Listings.EntryOf(application) is not { } listed
            || (today.Events is [.., var last] && time.GetUtcNow() - last.Event.At < Settled)
        )
        {
            return;
        }

        var published = (await files.ReadAsync(number, RegisterFile.Json, cancellationToken))?.ToArray();
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

        if (published is null || !(Is(kept) || Is(RegisterCaching.JsonOf(listed))))
        {
            differences.Add(
                new(
                    application.Id,
                    File: null,
                    DifferenceKind.EntryChanged,
                    $"The public file of number {number} is neither the one that was put away nor its application's."
                )
            );
        }

        bool Is(BinaryData? other) => other is not null && other.ToMemory().Span.SequenceEqual(published);
    }
}
