namespace MicroCred.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="IsQuick">Whether a few minutes have to do: fewer of everything, no thousand.</param>
/// <param name="Page">The page in which each measure's section is to be replaced; null leaves it at printing.</param>
/// <param name="Names">The measures to take; all where none is named.</param>
internal sealed record Options(bool IsQuick, string? Page, IReadOnlyList<string> Names)
{
    public bool Wants(string measure) => Names.Count == 0 || Names.Contains(measure);

    /// <summary>Reads the command line; how it is used, where it can't be understood.</summary>
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
