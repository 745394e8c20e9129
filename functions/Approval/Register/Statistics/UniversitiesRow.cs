namespace MicroCred.Approval;

/// <summary>How many micro-credentials universities have approved themselves.</summary>
/// <param name="Entries">How many.</param>
/// <param name="Levels">How many at each level, L1 to L10.</param>
public sealed record UniversitiesRow(int Entries, IReadOnlyDictionary<string, int> Levels)
{
    internal static UniversitiesRow Of(IReadOnlyCollection<RegisterEntry> entries) => new(entries.Count, LevelsRow.LevelsOf(entries));
}
