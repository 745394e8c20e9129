namespace MicroCred.Tests.Support;

/// <summary>The files on which the product once did the wrong thing, each with what is right for it: tests/Cases/documents.</summary>
public static class DocumentCases
{
    /// <summary>Where they are.</summary>
    public static string Folder { get; } = Repository.Path("tests/Cases/documents");

    /// <summary>The files whose names begin so, such as <c>pdf-</c>, each with what is expected of it.</summary>
    public static IEnumerable<(string File, string Expected)> Of(string beginning) =>
        from line in File.ReadLines(Path.Combine(Folder, "expected.csv"))
        where line.StartsWith(beginning, StringComparison.Ordinal)
        let columns = line.Split(',')
        select (columns[0], columns[1]);

    /// <summary>A file's bytes.</summary>
    public static Task<byte[]> ReadAsync(string file) => File.ReadAllBytesAsync(Path.Combine(Folder, file));
}
