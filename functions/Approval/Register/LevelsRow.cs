namespace MicroCred.Approval;

/// <summary>A row of Table One: how many micro-credentials a type of provider has at each level, L1 to L10.</summary>
public sealed record LevelsRow(string ProviderType, IReadOnlyDictionary<string, int> Levels, int Total)
{
    private static readonly ProviderType[] Always =
        [Approval.ProviderType.InstituteOfTechnology, Approval.ProviderType.WorkBasedLearning, Approval.ProviderType.Pte, Approval.ProviderType.Wananga];

    internal static IReadOnlyList<LevelsRow> TableOf(IReadOnlyCollection<RegisterEntry> entries) =>
    [
        .. Always.Union(entries.Select(entry => entry.Developer.Type))
            .Select(type => Of(ProviderTypes.Name(type), [.. entries.Where(entry => entry.Developer.Type == type)])),
        Of("Total", entries),
    ];

    private static LevelsRow Of(string name, IReadOnlyCollection<RegisterEntry> entries) => new(
        name,
        Enumerable.Range(Level.Minimum, Level.Maximum).ToDictionary(level => $"L{level}", level => entries.Count(entry => entry.Level.Value == level)),
        entries.Count);
}
