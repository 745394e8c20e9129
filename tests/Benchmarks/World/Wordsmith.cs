namespace MicroCred.Benchmarks.World;

/// <summary>Generates titles and outcomes that differ as much as those of a real register, the same in every run.</summary>
internal sealed class Wordsmith(int seed)
{
    private static readonly string[] Verbs =
    [
        "Applying",
        "Building",
        "Checking",
        "Designing",
        "Explaining",
        "Fitting",
        "Guiding",
        "Handling",
        "Inspecting",
        "Leading",
        "Mapping",
        "Planning",
        "Repairing",
        "Servicing",
        "Testing",
        "Understanding",
    ];

    private static readonly string[] Things =
    [
        "engines",
        "orchards",
        "bandages",
        "contracts",
        "budgets",
        "networks",
        "forklifts",
        "kitchens",
        "vaccines",
        "timber",
        "harvests",
        "drones",
        "interviews",
        "ledgers",
        "vineyards",
        "scaffolds",
        "circuits",
        "payrolls",
        "rosters",
        "fisheries",
        "pastures",
        "looms",
        "batteries",
        "bridges",
    ];

    private static readonly string[] Places =
    [
        "at sea",
        "in schools",
        "for whānau",
        "under pressure",
        "on farms",
        "in clinics",
        "after floods",
        "with young people",
        "in workshops",
        "by night",
        "for export",
        "underground",
        "in the cold",
        "at height",
        "on the road",
        "in small teams",
    ];

    private readonly Random _random = new(seed);

    public string Title() => $"{Any(Verbs)} {Any(Things)} and {Any(Things)} {Any(Places)} {_random.Next(100, 1000)}";

    public string Outcome() => $"Goes about {Any(Verbs).ToLowerInvariant()} {Any(Things)} and {Any(Things)} {Any(Places)} safely.";

    private string Any(string[] words) => words[_random.Next(words.Length)];
}
