namespace MicroCred.App.Importing;

/// <summary>A fault of a file to import.</summary>
/// <param name="Row">The row, counted as a spreadsheet does: the header is row 1.</param>
/// <param name="Column">The column's name.</param>
/// <param name="Rule">The column's rule.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record ImportFinding(int Row, string Column, string Rule, string Message);
