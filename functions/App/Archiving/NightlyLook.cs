using System.Text.Json;
using MicroCred.App.Publication;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>Looks at one application after another in one night, and holds each against what was put away of it.</summary>
internal sealed class NightlyLook(ApplicationStore applications, RegisterFiles files, Archive archive, SignedArchive signed, DocumentComparison documents)
{
    /// <summary>What differs is looked at once more, since somebody may just have changed it.</summary>
    public async Task<LookedAt> At(ApplicationId id, CancellationToken cancel) =>
        await Once(id, cancel) is { Differences: [] } found ? found : await Once(id, cancel);

    private async Task<LookedAt> Once(ApplicationId id, CancellationToken cancel)
    {
        ArchivedHead? head = signed.LatestOf(id);
        List<ArchiveDifference> differences = [];
        ArchivedApplication? archived = head is null ? null : await Archived(head, differences, cancel);
        (WholeApplication? today, bool canBeRead) = await Today(id, cancel);
        if (!canBeRead)
        {
            differences.Add(new(id, File: null, DifferenceKind.Unreadable, "Its rows can't be read."));
        }
        else if (today is not null)
        {
            differences.AddRange(ArchiveComparison.Between(today, archived));
            await Entry(today, head, differences, cancel);
        }
        else if (head is not null)
        {
            differences.Add(new(id, File: null, DifferenceKind.ApplicationGone, $"It was put away at revision {head.Revision}, and has no row."));
        }

        if ((today?.Application ?? archived?.Application) is not { Status: not ApplicationStatus.Draft } application)
        {
            return new LookedAt(today, head is not null, differences, []);
        }

        (IReadOnlyList<ArchiveDifference> wrong, IReadOnlyList<SeenBlob> read) = await documents.Of(application, cancel);
        return new LookedAt(today, head is not null, [.. differences, .. wrong], read);
    }

    private async Task<ArchivedApplication?> Archived(ArchivedHead head, List<ArchiveDifference> differences, CancellationToken cancel)
    {
        if (await archive.Read(head.File, cancel) is { } file)
        {
            return ArchivedApplication.Read(file) ?? throw new InvalidDataException($"{head.File.Name} is signed, and no application's file.");
        }

        differences.Add(new(head.Id, head.File.Name, DifferenceKind.FileChanged, "What it should be held against is gone, or isn't what was signed."));
        return null;
    }

    /// <summary>Rows that don't hold together are a difference; that storage can't be reached is none.</summary>
    private async Task<(WholeApplication? Today, bool CanBeRead)> Today(ApplicationId id, CancellationToken cancel)
    {
        try
        {
            return (await applications.FindWhole(id, cancel), true);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            return (null, false);
        }
    }

    /// <summary>
    /// The public file of a revision's entry is as it was put away; or as this version makes it of the application, should a version in between
    /// have written all of them anew.
    /// </summary>
    private async Task Entry(WholeApplication today, ArchivedHead? head, List<ArchiveDifference> differences, CancellationToken cancel)
    {
        if (head?.Entry is not { } entry || head.Revision != today.Application.Revision || today.Application.Registration is not { Number: var number })
        {
            return;
        }

        byte[]? published = (await files.Read(number, RegisterFile.Json, cancel))?.ToArray();
        BinaryData? kept = await archive.Read(entry, cancel);
        if (kept is null)
        {
            differences.Add(new(head.Id, entry.Name, DifferenceKind.FileChanged, "What its entry should be held against is gone, or isn't what was signed."));
        }

        BinaryData? made = Listings.EntryOf(today.Application) is { } listed ? RegisterCaching.JsonOf(listed) : null;
        if (published is null || !(Is(kept) || Is(made)))
        {
            differences.Add(new(head.Id, File: null, DifferenceKind.EntryChanged, $"The public file of number {number} isn't the one that was put away."));
        }

        bool Is(BinaryData? other) => other is not null && other.ToMemory().Span.SequenceEqual(published);
    }
}
