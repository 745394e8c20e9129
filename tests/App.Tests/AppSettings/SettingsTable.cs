using System.Text.RegularExpressions;

namespace MicroCred.App.Tests.AppSettings;

/// <summary>A row of a table in docs/settings.md.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="Local">The value in the sample file; null where it isn't there.</param>
/// <param name="ReadBy">The setting's readers.</param>
internal sealed partial record SettingsTable(string Name, string? Local, IReadOnlyList<string> ReadBy)
{
    public static IReadOnlyList<SettingsTable> Read(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(Line)];

    private static SettingsTable Line(string line)
    {
        string[] cells = [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
        return cells is [var name, { Length: > 0 }, var local, { Length: > 0 }, { Length: > 0 } readBy]
            ? new(Code(name)!, local == "empty" ? "" : Code(local), readBy.Split(", "))
            : throw new FormatException($"A setting has a name, what it does, two values and who reads it: {line}");
    }

    /// <summary>The text between backticks; null for a dash.</summary>
    private static string? Code(string cell) =>
        Quoted().Match(cell) is { Success: true } quoted ? quoted.Groups["text"].Value
        : cell == "–" ? null
        : throw new FormatException($"A value stands between backticks, or is empty, or a dash: {cell}");

    [GeneratedRegex("^`(?<text>[^`]+)`$")]
    private static partial Regex Quoted();
}
