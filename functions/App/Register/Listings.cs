using System.Text.Json;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// Keeps the register in line with the applications, which are the source of truth: a published application determines its entry and files.
/// </summary>
internal sealed class Listings(RegisterStore register, RegisterFiles files, RegisterIndex index, ApplicationStore applications)
{
    /// <summary>
    /// Updates the register's entry for a published application, and the files of the entries that its pathways name; does nothing for any
    /// other application, or where the entry hasn't changed. Three storage requests for a new entry without pathways. Of a changed entry
    /// other processes are notified, and the application is read again, so that after two concurrent changes the later is shown, whichever
    /// is written last.
    /// </summary>
    /// <param name="before">The application before the change; null where that isn't known.</param>
    /// <param name="after">The application now.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken)
    {
        var earlier = before is null ? null : EntryOf(before);
        if (EntryOf(after) is not { } entry || (earlier is not null && Same(earlier, entry)))
        {
            return;
        }

        await WriteAsync(entry, after.Id, cancellationToken);
        if (before is { Registration: null } && after.Registration is { Changes: 0 })
        {
            await files.WriteAsync(index.Linked(entry), cancellationToken);
        }
        else
        {
            entry = await SettledAsync(entry, after, cancellationToken);
            await ShowFilesAsync(entry.Number, cancellationToken);
        }

        foreach (
            var number in LinksChanged(earlier, entry) ? PathwayContent.NumbersIn([.. earlier?.Pathways ?? [], .. entry.Pathways]) : []
        )
        {
            await ShowFilesAsync(number, cancellationToken);
        }
    }

    /// <summary>Updates the register where the entry or its files are missing or wrong.</summary>
    /// <returns>Whether it had to.</returns>
    public async Task<bool> MendAsync(Application application, CancellationToken cancellationToken)
    {
        if (EntryOf(application) is not { } entry)
        {
            return false;
        }

        var listed = (await register.FindAsync(entry.Number, cancellationToken))?.Entry;
        var isRight = listed is not null && Same(listed, entry);
        if (isRight && await files.AreOfAsync(await index.LinkedAsync(entry, cancellationToken), cancellationToken))
        {
            return false;
        }

        await ShowAsync(before: null, application, cancellationToken);
        if (listed is not null && !isRight)
        {
            await register.NoteChangeAsync(entry.Number, cancellationToken);
        }

        return true;
    }

    /// <summary>An entry by its number; null where there is none. One whose row isn't written yet is read from its application.</summary>
    public async Task<RegisterEntry?> FindAsync(int number, CancellationToken cancellationToken) =>
        await register.FindAsync(number, cancellationToken) is { } row ? await EntryAtAsync(row, cancellationToken) : null;

    /// <summary>The entry in a number's row, or from its application where it isn't written yet; null where there is none.</summary>
    public async Task<RegisterEntry?> EntryAtAsync(RegisterRow row, CancellationToken cancellationToken) =>
        row.Entry
        ?? (
            await applications.FindAsync(row.Application, cancellationToken) is { Application: var application }
                ? EntryOf(application)
                : null
        );

    /// <summary>
    /// One of an entry's files; null where there is no such entry. A file that isn't written yet, or couldn't be, is made from the
    /// application, so that a decision is visible at once.
    /// </summary>
    public async Task<BinaryData?> ReadAsync(int number, RegisterFile file, CancellationToken cancellationToken) =>
        await files.ReadAsync(number, file, cancellationToken)
        ?? (
            await FindAsync(number, cancellationToken) is { } entry
                ? await files.MakeAsync(await index.LinkedAsync(entry, cancellationToken), file)
                : null
        );

    /// <summary>Pathways as an entry shows them: one with a number has the title that its target has now.</summary>
    public async Task<IReadOnlyList<PathwayContent>> NamedAsync(IEnumerable<PathwayContent> pathways, CancellationToken cancellationToken)
    {
        List<PathwayContent> named = [];
        foreach (var pathway in pathways)
        {
            var target = pathway.RegisterNumber is { } number ? await FindAsync(number, cancellationToken) : null;
            named.Add(target is null ? pathway : pathway with { Name = target.Title });
        }

        return named;
    }

    /// <summary>
    /// The entries that an application's pathways name, for validation. One storage request for each number, and one more.
    /// </summary>
    public async Task<IReadOnlyList<PathwayTarget>> TargetsAsync(Application application, CancellationToken cancellationToken)
    {
        List<PathwayTarget> targets = [];
        foreach (var number in PathwayContent.NumbersIn(application.Content.MicroCredential?.Pathways))
        {
            if (await FindAsync(number, cancellationToken) is { Status: not RegisterStatus.ListedByMistake } entry)
            {
                var counted = await index.CreditsCountedAsync(number, cancellationToken);
                targets.Add(new PathwayTarget(number, entry.Title, entry.Credits.Value, counted));
            }
        }

        return targets;
    }

    /// <summary>Whether a number is reserved or listed though its application is neither published under it nor about to be.</summary>
    public async Task<bool> IsUnfoundedAsync(RegisterRow row, CancellationToken cancellationToken) =>
        await applications.FindAsync(row.Application, cancellationToken) is not { Application: var application }
        || (
            application.Registration?.Number != row.Number
            && (row.Entry is not null || application.Stage is not (Stage.Funding or Stage.Publication))
        );

    /// <summary>The entry of an application that is published, or was listed by mistake; null for any other.</summary>
    public static RegisterEntry? EntryOf(Application application) =>
        application is { Registration: { } registration, IsApproved: true }
            ? RegisterEntry.From(application, registration.Number, registration.Code)
            : null;

    private async Task WriteAsync(RegisterEntry entry, ApplicationId application, CancellationToken cancellationToken)
    {
        // This process's lists have the entry as soon as anybody can read that it is published.
        index.Add(entry);
        await register.WriteAsync(entry, application, cancellationToken);
    }

    /// <summary>A written entry once its application hasn't changed since it was read.</summary>
    private async Task<RegisterEntry> SettledAsync(RegisterEntry entry, Application after, CancellationToken cancellationToken)
    {
        while (after.Registration is { Changes: > 0 })
        {
            await register.NoteChangeAsync(entry.Number, cancellationToken);
            if (
                await applications.FindAsync(after.Id, cancellationToken) is not { Application: var now }
                || EntryOf(now) is not { } latest
                || Same(latest, entry)
            )
            {
                break;
            }

            entry = latest;
            await WriteAsync(entry, after.Id, cancellationToken);
        }

        return entry;
    }

    /// <summary>
    /// Writes an entry's files from its row and from the entries that link to it, until neither has changed meanwhile: whoever writes last
    /// has seen everything that was on the register by then.
    /// </summary>
    private async Task ShowFilesAsync(int number, CancellationToken cancellationToken)
    {
        RegisterEntry? shown = null;
        while (await FindAsync(number, cancellationToken) is { } entry)
        {
            var linked = await index.LinkedNowAsync(entry, cancellationToken);
            if (shown?.Tag() == linked.Tag())
            {
                break;
            }

            await files.WriteAsync(linked, cancellationToken);
            shown = linked;
        }
    }

    /// <summary>Whether what an entry's targets show of it is another than before.</summary>
    private static bool LinksChanged(RegisterEntry? earlier, RegisterEntry entry) =>
        earlier is null
        || earlier.Title != entry.Title
        || (earlier.Status is RegisterStatus.ListedByMistake) != (entry.Status is RegisterStatus.ListedByMistake)
        || !earlier.Pathways.SequenceEqual(entry.Pathways);

    private static bool Same(RegisterEntry one, RegisterEntry other) =>
        JsonSerializer.Serialize(one, AppJson.Stored) == JsonSerializer.Serialize(other, AppJson.Stored);
}
