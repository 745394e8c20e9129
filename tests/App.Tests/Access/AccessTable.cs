using MicroCred.Tests.Support;

namespace MicroCred.App.Tests.Access;

/// <summary>The table of docs/access.md: the access of each kind of caller to each function.</summary>
internal static class AccessTable
{
    private const int Functions = 1;

    /// <summary>The cells of a function's row, by column heading; each function has one row.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Rows { get; } = Read();

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Read()
    {
        string[][] lines =
        [
            .. File.ReadLines(Repository.Path("docs/access.md"))
                .Where(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
        ];
        var headings = lines[0];
        Dictionary<string, IReadOnlyDictionary<string, string>> rows = [];
        foreach (var cells in lines.Skip(2))
        {
            var row = headings.Zip(cells).Skip(Functions + 1).ToDictionary(pair => pair.First, pair => pair.Second);
            foreach (var function in cells[Functions].Split(' '))
            {
                rows.Add(function.Trim('`'), row);
            }
        }

        return rows;
    }
}
