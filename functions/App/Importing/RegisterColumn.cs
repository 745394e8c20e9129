using MicroCred.Approval;

namespace MicroCred.App.Importing;

/// <summary>
/// A column of the register's CSV: what the export writes into it and the import reads from it, by one definition, so that an export can
/// be imported.
/// </summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Rule">What a cell may hold, in words.</param>
/// <param name="Write">An entry's cell; null or empty for an empty one.</param>
/// <param name="Read">
/// The entry with what a cell says, which isn't empty. Columns are read in the export's order, so that those before it are there already.
/// </param>
internal sealed record RegisterColumn(
    string Name,
    string Rule,
    Func<RegisterEntry, string?> Write,
    Func<RowReader, string, RegisterEntry> Read
)
{
    /// <summary>Whether every row needs something in it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether an empty cell is filled with something unique, so that it says nothing of an entry that is there.</summary>
    public bool IsAllocated { get; init; }

    /// <summary>
    /// Whether the export hadn't this column at first: a file may come without it. All others have to be in the header, so that nothing
    /// gets lost by an error in a name.
    /// </summary>
    public bool MayBeMissing { get; init; }

    /// <summary>An entry's cell as the file has it.</summary>
    public string Cell(RegisterEntry entry) => CellText.Written(Write(entry) ?? "");
}
