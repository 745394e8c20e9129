namespace MicroCred.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="IsQuick">Whether a minute has to do: fewer of everything.</param>
/// <param name="Json">Where the figures are written.</param>
/// <param name="Names">The measures to take; all where none is named.</param>
internal sealed record Options(bool IsQuick, string Json, IReadOnlyList<string> Names)
{
    public bool Wants(string measure) => Names.Count == 0 || Names.Contains(measure);

    /// <summary>Reads the command line; what is wrong with it, where something is.</summary>
    public static string? Parse(string[] args, IReadOnlyList<string> known, out Options options)
    {
        bool quick = false;
        string json = Path.Combine(".local", "benchmarks.json");
        List<string> names = [];
        options = new Options(quick, json, names);
        for (int at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--json" when at + 1 < args.Length:
                    json = args[++at];
                    break;
                case { } name when known.Contains(name):
                    names.Add(name);
                    break;
                default:
                    return $"Benchmarks [--quick] [--json <file>] [measure …]\nMeasures: {string.Join(", ", known)}";
            }
        }

        options = new Options(quick, json, names);
        return null;
    }
}
