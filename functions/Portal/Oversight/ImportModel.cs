namespace MicroCred.Portal;

/// <summary>The page that adds the entries of an earlier register from a file.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Columns">The columns that the file has, in the register's order, each with its rule.</param>
public sealed record ImportModel(Form Form, IReadOnlyList<ImportColumn> Columns) : PageModel(typeof(ImportPage))
{
    /// <summary>The field with the file.</summary>
    public const string FileField = "file";

    /// <summary>How many entries the file that was just sent added; null where none was sent, or it has faults.</summary>
    public int? Added { get; init; }

    /// <summary>What is wrong with the file that was just sent. The header is row 1.</summary>
    public IReadOnlyList<(int Row, string Column, string Message)> Faults { get; init; } = [];
}

/// <summary>A column of a file to import.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="IsRequired">Whether every row needs something in it.</param>
/// <param name="Rule">What a cell may hold, in words.</param>
public sealed record ImportColumn(string Name, bool IsRequired, string Rule);
