using System.Text.Json;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// Keeps the register in line with the applications, which are the source of truth: published applications determine an entry, its changes
/// in the log, and its files.
/// </summary>
internal sealed class Listings(
    RegisterLog log,
    RegisterStore register,
    RegisterFiles files,
    RegisterIndex index,
    ApplicationStore applications,
    TimeProvider time
) : IListings
{
    /// <summary>
    /// Appends what a published application says anew to the log, and updates the files of its entry and of the entries that its pathways
    /// name; does nothing for any other application, or where it says nothing new. Three storage requests for a new entry without pathways.
    /// </summary>
    /// <param name="before">The application before the change; null where that isn't known.</param>
    /// <param name="after">The application now.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken)
    {
        if (EntryPart.Of(after) is not { } part || (before is not null && EntryPart.Of(before) is { } earlier && Same(earlier, part)))
        {
            return;
        }

        var isNew = before is { Registration: null } && part.Changes == 0 && !part.Type.ConcernsEntry();
        var (was, now) = await AppendAsync(part, isNew, cancellationToken);
        if (isNew && was is null)
        {
            await files.WriteAsync(index.Linked(now.Listed.Entry), cancellationToken);
        }
        else
        {
            await ShowFilesAsync(part.Says.Number, cancellationToken);
        }

        foreach (var number in NumbersToShow(was?.Listed.Entry, now.Listed.Entry, isKnown: before is not null && was?.Seq != now.Seq))
        {
            await ShowFilesAsync(number, cancellationToken);
        }
    }

    /// <summary>
    /// Writes an entry's files from the log and from the entries that link to it, until neither has changed meanwhile: whoever writes last
    /// has seen everything that was on the register by then.
    /// </summary>
    public async Task ShowFilesAsync(int number, CancellationToken cancellationToken)
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

    /// <summary>Appends to the log what a published application says, where that is missing or wrong, and updates the files.</summary>
    /// <returns>The entry's number where it had to; null otherwise.</returns>
    public async Task<int?> MendAsync(Application application, CancellationToken cancellationToken)
    {
        if (
            EntryPart.Of(application) is not { } part
            || (
                await log.FindAsync(part.Says.Number, cancellationToken) is { } logged
                && logged.Listed.PartOf(application.Id) is { } known
                && Same(known, part)
            )
        )
        {
            return null;
        }

        await ShowAsync(before: null, application, cancellationToken);
        return part.Says.Number;
    }

    /// <summary>Writes an entry's files anew where they are missing or not what the log makes of it.</summary>
    /// <returns>Whether it had to.</returns>
    public async Task<bool> MendFilesAsync(LoggedEntry logged, CancellationToken cancellationToken)
    {
        var entry = logged.Listed.Entry;
        if (await files.AreOfAsync(await index.LinkedAsync(entry, cancellationToken), cancellationToken))
        {
            return false;
        }

        await ShowFilesAsync(entry.Number, cancellationToken);
        return true;
    }

    /// <summary>An entry by its number; null where there is none. One that isn't in the log yet is read from its application.</summary>
    public async Task<RegisterEntry?> FindAsync(int number, CancellationToken cancellationToken) =>
        (await FindListedAsync(number, cancellationToken))?.Entry;

    /// <summary>The same with what it follows from.</summary>
    public async Task<ListedEntry?> FindListedAsync(int number, CancellationToken cancellationToken) =>
        (await log.FindAsync(number, cancellationToken))?.Listed
        ?? (
            await register.FindAsync(number, cancellationToken) is { } row
            && await applications.FindAsync(row.Application, cancellationToken) is { Application: var application }
            && EntryPart.Of(application) is { } part
                ? new ListedEntry([part])
                : null
        );

    /// <summary>An entry as its applications say it now, whatever the log has; null where there is none.</summary>
    public async Task<ListedEntry?> FoundedAsync(int number, CancellationToken cancellationToken)
    {
        if (await FindListedAsync(number, cancellationToken) is not { } listed)
        {
            return null;
        }

        foreach (var id in listed.Parts.Select(part => part.Application).ToList())
        {
            if (
                await applications.FindAsync(id, cancellationToken) is { Application: var application }
                && EntryPart.Of(application) is { } part
            )
            {
                listed = listed.With(part);
            }
        }

        return listed;
    }

    /// <summary>
    /// One of an entry's files; null where there is no such entry. A file that isn't written yet, or couldn't be, is made from the entry,
    /// so that a decision is visible at once.
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
    /// The register's facts that concern an application, for validation. One storage request and one more where it has the same listing;
    /// one for each number that a pathway names, and one more; one where it concerns an entry, and another where it changes it.
    /// </summary>
    public async Task<RegisterContext> ContextOfAsync(Application application, CancellationToken cancellationToken)
    {
        var context = register.ContextOfAsync(application, cancellationToken);
        var targets = TargetsAsync(application, cancellationToken);
        var listed = application.Concerned is { } number ? await FindListedAsync(number, cancellationToken) : null;
        return await context with
        {
            Targets = await targets,
            Entry = listed?.Entry,
            Present =
                application.Content.Type is ApplicationType.Change && await PresentAsync(listed, cancellationToken) is { } present
                    ? VersionContent.Of(present)
                    : null,
        };
    }

    /// <summary>The application that an entry's present version follows from; null where there is none, as of an imported entry.</summary>
    public async Task<Application?> PresentAsync(ListedEntry? listed, CancellationToken cancellationToken) =>
        listed?.Version is { } id ? (await applications.FindAsync(id, cancellationToken))?.Application : null;

    /// <summary>The years between the reviews of an entry, as its present version has them; one where that isn't known.</summary>
    public async Task<int> ReviewYearsAsync(ListedEntry listed, CancellationToken cancellationToken) =>
        (await PresentAsync(listed, cancellationToken))?.Content.MicroCredential?.ReviewPeriodYears ?? 1;

    /// <summary>
    /// The application of an entry's first listing, which acts on the entry are commands on. What stands for an imported entry is written
    /// the first time.
    /// </summary>
    public async Task<ApplicationId> TakeUpAsync(ListedEntry listed, CancellationToken cancellationToken)
    {
        var first = listed.Parts[0];
        if (first.IsImported && await applications.FindAsync(first.Application, cancellationToken) is null)
        {
            var standing = Application.StandingFor(first.Application, first.Says, time.GetUtcNow());
            try
            {
                await applications.SaveAsync(null, new Change(standing, []), [], answer: null, trace: null, cancellationToken);
            }
            catch (ConcurrentChangeException)
            {
                // Somebody else has just written it.
            }
        }

        return first.Application;
    }

    /// <summary>Whether a number is reserved or listed though its application is neither published under it nor about to be.</summary>
    /// <param name="row">The number.</param>
    /// <param name="isPublic">Whether it has an entry.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<bool> IsUnfoundedAsync(RegisterRow row, bool isPublic, CancellationToken cancellationToken) =>
        await applications.FindAsync(row.Application, cancellationToken) is not { Application: var application }
        || (application.Registration?.Number != row.Number && (isPublic || application.Stage is not (Stage.Funding or Stage.Publication)));

    private async Task<(LoggedEntry? Before, LoggedEntry After)> AppendAsync(
        EntryPart part,
        bool isNew,
        CancellationToken cancellationToken
    )
    {
        var (before, after) = await log.AppendAsync(
            part.Says.Number,
            isNew,
            logged => NewsAsync(logged?.Listed.PartOf(part.Application), part, cancellationToken),
            cancellationToken
        );

        // This process's lists have the entry as soon as anybody can read that it is published.
        index.Add(after!.Listed.Entry, after.Seq);
        return (before, after);
    }

    /// <summary>
    /// What an application has said since a change that is logged. Where one in between isn't, since whoever made it was stopped, it comes
    /// first: each change is one of its own.
    /// </summary>
    private async Task<IReadOnlyList<EntryPart>> NewsAsync(EntryPart? logged, EntryPart part, CancellationToken cancellationToken)
    {
        var next = logged is null ? 0 : logged.Changes + 1;
        return logged?.Changes > part.Changes || (logged is not null && Same(logged, part)) ? []
            : part.Changes > next ? [.. await applications.EntryPartsAsync(part.Application, next, part.Changes, cancellationToken), part]
            : [part];
    }

    /// <summary>The entries that an application's pathways name, for validation.</summary>
    private async Task<IReadOnlyList<PathwayTarget>> TargetsAsync(Application application, CancellationToken cancellationToken)
    {
        List<PathwayTarget> targets = [];
        foreach (var number in PathwayContent.NumbersIn(application.Content.MicroCredential?.Pathways))
        {
            if (await FindAsync(number, cancellationToken) is { Status: not RegisterStatus.ListedByMistake } entry)
            {
                var counted = await index.CreditsCountedAsync(number, application.Concerned, cancellationToken);
                targets.Add(new PathwayTarget(number, entry.Title, entry.Credits.Value, counted));
            }
        }

        return targets;
    }

    /// <summary>The other entries that show something of an entry, where that is another than before.</summary>
    private static IReadOnlyList<int> NumbersToShow(RegisterEntry? earlier, RegisterEntry entry, bool isKnown) =>
        !isKnown
        || earlier is null
        || earlier.Title != entry.Title
        || (earlier.Status is RegisterStatus.ListedByMistake) != (entry.Status is RegisterStatus.ListedByMistake)
        || !earlier.Pathways.SequenceEqual(entry.Pathways)
            ? [.. PathwayContent.NumbersIn([.. earlier?.Pathways ?? [], .. entry.Pathways])]
            : [];

    private static bool Same(EntryPart one, EntryPart other) =>
        JsonSerializer.Serialize(one, AppJson.Stored) == JsonSerializer.Serialize(other, AppJson.Stored);
}
