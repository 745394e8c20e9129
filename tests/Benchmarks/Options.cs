namespace MicroCred.Benchmarks;

/// <summary>The command-line options.</summary>
/// <param name="IsQuick">Whether to take only a few minutes: fewer of everything, no run of a thousand.</param>
/// <param name="Page">The page in which to replace each measure's section; null only prints.</param>
/// <param name="Names">The measures to run; empty for all.</param>
internal sealed record Options(bool IsQuick, string? Page, IReadOnlyList<string> Names)
{
    public bool Wants(string measure) => Names.Count == 0 || Names.Contains(measure);

    /// <summary>Parses the command line; returns the usage text where it is invalid.</summary>
    public static string? Parse(string[] args, IReadOnlyList<string> known, out Options options)
    {
        var quick = false;
        string? page = null;
        List<string> names = [];
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--page" when at + 1 < args.Length && File.Exists(args[at + 1]):
                    page = args[++at];
                    break;
                case { } name when known.Contains(name):
                    names.Add(name);
                    break;
                default:
                    options = new Options(quick, page, names);
                    return $"Benchmarks [--quick] [--page <docs/performance.md>] [measure …]\nMeasures: {string.Join(", ", known)}";
            }
        }

        options = new Options(quick, page, names);
        return null;
    }
}
