namespace MicroCred.Benchmarks.Figures;

/// <summary>Formats figures as on the page: a table for each measure, with its conditions below.</summary>
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

    /// <summary>A figure's row: the App's value, then each other value with the App's multiple of it.</summary>
    public static string Line(Figure figure)
    {
        return $"| {figure.What} | {Figure.Round(figure.App)} {figure.Unit} | {Other(figure.Peer)} "
            + $"| {Other(figure.PeerAsApp)} | {Other(figure.Floor)} | {figure.Aim} |";

        string Other(double? value) => value is { } other ? $"{Figure.Round(other)}; App {Figure.Round(figure.App / other)} ×" : "";
    }

    /// <summary>The page with one measure's section replaced; the section is between two comments with the measure's name.</summary>
    /// <exception cref="InvalidOperationException">The page lacks these comments.</exception>
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
