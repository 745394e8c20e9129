using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// Keys of the log's rows in <see cref="Storage.StorageNames.RegisterTable"/>: one partition, since they are written in one transaction.
/// </summary>
internal static class LogRows
{
    public const string Partition = "log";
    public const string Head = "head";
    public const string PastRows = "row}";
    public const string FirstEntry = "entry|";
    public const string PastEntries = "entry}";
    public const string FirstImport = $"{Causes}{Imports}";
    public const string PastImports = $"{Causes}import}}";
    private const string Causes = "cause|";
    private const string Imports = "import|";

    public static string Row(long seq) => string.Create(CultureInfo.InvariantCulture, $"row|{seq:D12}");

    public static string Entry(int number) => string.Create(CultureInfo.InvariantCulture, $"{FirstEntry}{number:D9}");

    /// <summary>What made an import's row: the request with a key.</summary>
    public static string Import(string key) => $"{FirstImport}{key}";

    /// <summary>The key of the request that made an import's row.</summary>
    public static string ImportKey(string row) => row[FirstImport.Length..];

    /// <summary>
    /// What made a row: an application's publication or a later change of it, so that a repeat isn't appended again; or, where what was
    /// appended of it is put right, the row that was wrong.
    /// </summary>
    public static string Cause(EntryPart part, long? wrong) =>
        string.Create(CultureInfo.InvariantCulture, $"{Causes}{part.Application}|{part.Changes:D6}")
        + (wrong is { } seq ? string.Create(CultureInfo.InvariantCulture, $"|{seq:D12}") : "");
}
