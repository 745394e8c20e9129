namespace MicroCred.Benchmarks.Figures;

/// <summary>Figures as the page has them: a table a measure, its conditions beneath.</summary>
internal static class Ledger
{
    /// <summary>A measure's section, without its heading.</summary>
    public static string Section(string says, string conditions, IReadOnlyList<Figure> figures) =>
        $"""
            {says}

            | what | the App | the peer | … with the App's host.json | the floor | aim |
            |---|---:|---:|---:|---:|---|
            {string.Join('\n', figures.Select(Line))}

            {conditions}
            """;

    /// <summary>A figure's line: the App's value, then each of the others' with how many times as much the App has.</summary>
    public static string Line(Figure figure)
    {
        return $"| {figure.What} | {Figure.Round(figure.App)} {figure.Unit} | {Other(figure.Peer)} | {Other(figure.PeerAsApp)} | {Other(figure.Floor)} | {figure.Aim} |";

        string Other(double? value) => value is { } other ? $"{Figure.Round(other)}; App {Figure.Round(figure.App / other)} ×" : "";
    }

    /// <summary>The page with the section of a measure replaced, which stands between two comments that name it.</summary>
    /// <exception cref="InvalidOperationException">The page has no place for it.</exception>
    public static string Replace(string page, string measure, string section)
    {
        var open = $"<!-- {measure} -->\n";
        var close = $"\n<!-- /{measure} -->";
        var from = page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var to = page.IndexOf(close, StringComparison.Ordinal);
        return from >= open.Length && to >= from - 1
            ? page[..from] + section + page[to..]
            : throw new InvalidOperationException($"The page has no section between {open.Trim()} and {close.Trim()}.");
    }
}
