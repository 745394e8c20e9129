namespace MicroCred.App.Register;

/// <summary>
/// Where the entries of a row of the log are that stands for several: an import is kept as one file and becomes visible by one row, which
/// has the number of its last entry.
/// </summary>
/// <param name="First">The number of its first entry in the log.</param>
/// <param name="File">The file's name.</param>
internal sealed record LoggedImport(long First, string File);
