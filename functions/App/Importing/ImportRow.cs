namespace MicroCred.App.Importing;

/// <summary>A row of a file to import.</summary>
/// <param name="Number">Its number, counted as a spreadsheet does: the header is row 1.</param>
/// <param name="Cells">The contents of its cells that aren't empty, by the names of their columns.</param>
internal sealed record ImportRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell's content; empty where there is none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column) ?? "";
}
