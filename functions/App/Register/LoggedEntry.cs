using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>An entry as the log has it last.</summary>
/// <param name="Listed">The entry, with what it follows from.</param>
/// <param name="Seq">The log's row that made it so.</param>
/// <param name="Versions">For each version, first to last, the row that made it.</param>
internal sealed record LoggedEntry(ListedEntry Listed, long Seq, IReadOnlyList<long> Versions)
{
    /// <summary>The entry after a change by one of its applications.</summary>
    /// <param name="earlier">The entry before; null for a new one.</param>
    /// <param name="listed">The entry after it, with what it follows from.</param>
    /// <param name="change">The log's row.</param>
    public static LoggedEntry Of(LoggedEntry? earlier, ListedEntry listed, LoggedChange change) =>
        new(
            listed,
            change.Seq,
            earlier is null ? [change.Seq]
                : change.Entry.Version > earlier.Listed.Entry.Version ? [.. earlier.Versions, change.Seq]
                : earlier.Versions
        );
}
