using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Archiving;

/// <summary>
/// Compares an application with its archived copy, character by character. The only permitted difference is later revisions whose events
/// follow the archived ones.
/// </summary>
internal static class ArchiveComparison
{
    /// <summary>The differences; empty where there are none.</summary>
    /// <param name="today">The application as its rows have it.</param>
    /// <param name="archived">Its archived copy; null where there is none yet, and only its own chain can be checked.</param>
    public static IReadOnlyList<ArchiveDifference> Between(WholeApplication today, ArchivedApplication? archived)
    {
        List<ArchiveDifference> differences = [];
        if (today.Break is { } broken)
        {
            Add(DifferenceKind.ChainBroken, broken.Reason);
        }

        if (archived is not null)
        {
            Events(today, archived, Add);
            State(today, archived, Add);
        }

        return differences;

        void Add(DifferenceKind kind, string detail) => differences.Add(new(today.Application.Id, File: null, kind, detail));
    }

    /// <summary>Only the first difference is reported: where one event is missing, all later ones have moved.</summary>
    private static void Events(WholeApplication today, ArchivedApplication archived, Action<DifferenceKind, string> add)
    {
        foreach ((var index, var text) in archived.Events.Index())
        {
            if (index >= today.Events.Count || today.Events[index].Event.Number > index + 1)
            {
                add(DifferenceKind.EventGone, $"Event {index + 1} was put away and is gone.");
                return;
            }

            if (today.Events[index].Text != text)
            {
                add(DifferenceKind.EventChanged, $"Event {index + 1} isn't the one that was put away.");
                return;
            }
        }
    }

    private static void State(WholeApplication today, ArchivedApplication archived, Action<DifferenceKind, string> add)
    {
        var count = archived.Events.Count;
        if (today.Application.Revision < archived.Revision)
        {
            add(
                DifferenceKind.StateChanged,
                $"It is at revision {today.Application.Revision}, and revision {archived.Revision} was put away."
            );
        }
        else if (today.Application.Revision == archived.Revision)
        {
            if (today.State != archived.State || today.LastHash != archived.LastHash)
            {
                add(DifferenceKind.StateChanged, $"The state of revision {archived.Revision} isn't the one that was put away.");
            }
        }
        else if (
            today.Events.Count > count
            && today.Events[count].Event.StateBefore is { } before
            && before != AuditChain.HashOf(archived.State)
        )
        {
            add(DifferenceKind.StateChanged, $"Event {count + 1} was made from another state than the one that was put away.");
        }
    }
}
