namespace MicroCred.Approval;

/// <summary>A row of Table One: how many micro-credentials a type of provider has at each level, L1 to L10.</summary>
public sealed record LevelsRow(string ProviderType, IReadOnlyDictionary<string, int> Levels, int Total)
{
    private static readonly ProviderType[] InTableOne =
    [
        MicroCred.Approval.ProviderType.InstituteOfTechnology,
        MicroCred.Approval.ProviderType.WorkBasedLearning,
        MicroCred.Approval.ProviderType.Pte,
        MicroCred.Approval.ProviderType.Wananga,
    ];

    internal static IReadOnlyList<LevelsRow> TableOf(IReadOnlyCollection<RegisterEntry> entries)
    {
        var byType = entries.ToLookup(entry => entry.Developer.Type);
        return
        [
            .. InTableOne.Union(byType.Select(group => group.Key)).Select(type => Of(ProviderTypes.Name(type), [.. byType[type]])),
            Of("Total", entries),
        ];
    }

    /// <summary>How many of the entries are at each level.</summary>
    internal static IReadOnlyDictionary<string, int> LevelsOf(IReadOnlyCollection<RegisterEntry> entries)
    {
        var byLevel = entries.CountBy(entry => entry.Level.Value).ToDictionary();
        return Enumerable.Range(Level.Minimum, Level.Maximum).ToDictionary(level => $"L{level}", level => byLevel.GetValueOrDefault(level));
    }

    private static LevelsRow Of(string name, IReadOnlyCollection<RegisterEntry> entries) => new(name, LevelsOf(entries), entries.Count);
}
