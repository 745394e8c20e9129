using System.Text;
using MicroCred.App.Importing;

namespace MicroCred.App.Tests.Importing;

/// <summary>Files to import, as tests make them.</summary>
internal static class Files
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    /// <summary>The least that a row needs, by column.</summary>
    public static readonly IReadOnlyDictionary<string, string> Least = new Dictionary<string, string>
    {
        ["title"] = "Wool handling",
        ["level"] = "3",
        ["credits"] = "20",
        ["providerNumber"] = "8765",
        ["provider"] = "Shed Training",
        ["providerType"] = "Pte",
        ["approvedOn"] = "2019-02-28",
    };

    /// <summary>The least that a row needs, with some cells changed.</summary>
    public static Dictionary<string, string> Row(params (string Column, string Cell)[] changes)
    {
        Dictionary<string, string> row = new(Least);
        foreach (var (column, cell) in changes)
        {
            row[column] = cell;
        }

        return row;
    }

    public static ImportFile Of(params Dictionary<string, string>[] rows) => Read(Text(rows));

    public static string Text(params Dictionary<string, string>[] rows)
    {
        var columns = RegisterColumns.All.Select(column => column.Name).ToList();
        return string.Join(
            "\r\n",
            rows.Select(row => string.Join(',', columns.Select(column => Quoted(row.GetValueOrDefault(column) ?? ""))))
                .Prepend(string.Join(',', columns))
        );
    }

    public static ImportFile Read(string text) => ImportFile.Read(Encoding.UTF8.GetBytes(text));

    /// <summary>The findings of a file on a register, and the entries that it would add.</summary>
    public static (IReadOnlyList<ImportFinding> Findings, IReadOnlyList<RegisterEntry> Added) Check(
        ImportFile file,
        params RegisterEntry[] listed
    )
    {
        var added = new ImportCheck(listed, _ => null, Today).Run(file);
        return (file.Findings.First, [.. added.Select(row => row.Entry)]);
    }

    public static async Task<byte[]> ExportAsync(IEnumerable<RegisterEntry> entries)
    {
        using MemoryStream file = new();
        await RegisterCsv.WriteAsync(file, entries, CancellationToken.None);
        return file.ToArray();
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
