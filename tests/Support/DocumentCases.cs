namespace MicroCred.Tests.Support;

/// <summary>Files that the product once handled wrongly, each with the right result: tests/Cases/documents.</summary>
public static class DocumentCases
{
    /// <summary>The files' folder.</summary>
    public static string Folder { get; } = Repository.Path("tests/Cases/documents");

    /// <summary>The files with a prefix, such as <c>pdf-</c>, each with the expected result.</summary>
    public static IEnumerable<(string File, string Expected)> Of(string beginning) =>
        from line in File.ReadLines(Path.Combine(Folder, "expected.csv"))
        where line.StartsWith(beginning, StringComparison.Ordinal)
        let columns = line.Split(',')
        select (columns[0], columns[1]);

    /// <summary>A file's content.</summary>
    public static Task<byte[]> ReadAsync(string file) => File.ReadAllBytesAsync(Path.Combine(Folder, file));
}
