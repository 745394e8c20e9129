using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroCred.Approval.Tests;

/// <summary>A table of NZQA's paper, with a cell for each counted micro-credential.</summary>
internal sealed partial record PaperTable(IReadOnlyList<string> Lines, IReadOnlyList<(string Row, string Column)> Cells)
{
    public static PaperTable Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Register", file)).Select(Split).ToList();
        var columns = lines[0][1..^1];
        var cells =
            from line in lines[1..^1]
            from column in columns.Index()
            from entry in Enumerable.Range(0, int.Parse(line[column.Index + 1], CultureInfo.InvariantCulture))
            select (line[0], column.Item);
        return new([.. lines[1..].Select(line => string.Join('|', line))], [.. cells]);
    }

    public static string Line(string name, IReadOnlyDictionary<string, int> counts, int total) =>
        string.Join('|', [name, .. counts.Values.Append(total).Select(count => count.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Some code of the broad field.</summary>
    public static NzscedCode SubjectIn(string broadField) =>
        Enumerable
            .Range(0, 10000)
            .Select(number => NzscedCode.TryCreate($"{number:0000}01", out var code) ? code : default)
            .First(code => code.BroadField == broadField);

    /// <summary>The paper counts its only entry without a subject under Health, and says so in the row's name.</summary>
    private static string[] Split(string line) =>
        [.. Cell().Matches(line).Select(match => match.Value.Trim('"').Replace(" (+n/a one)", "", StringComparison.Ordinal))];

    [GeneratedRegex("\"[^\"]*\"|[^,]+")]
    private static partial Regex Cell();
}
