namespace MicroCred.Approval;

/// <summary>How many micro-credentials a provider has.</summary>
/// <param name="Number">The provider's number.</param>
/// <param name="Name">Its name, as its latest entry has it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Entries">How many.</param>
/// <param name="ShareOfType">Their share in those of all providers of its type, from 0 to 1.</param>
public sealed record ProviderRow(ProviderNumber Number, string Name, ProviderType Type, int Entries, double ShareOfType)
{
    /// <summary>The providers that have any, those with the most first.</summary>
    internal static IReadOnlyList<ProviderRow> TableOf(IEnumerable<RegisterEntry> entries)
    {
        var providers = entries
            .GroupBy(entry => entry.Developer.Number)
            .Select(own => (own.MaxBy(entry => (entry.ApprovedOn, entry.Number))!.Developer, Count: own.Count()))
            .ToList();
        var ofType = providers.GroupBy(own => own.Developer.Type).ToDictionary(type => type.Key, type => type.Sum(own => own.Count));
        return
        [
            .. providers
                .OrderByDescending(own => own.Count)
                .ThenBy(own => own.Developer.Number.ToString(), StringComparer.Ordinal)
                .Select(own => new ProviderRow(
                    own.Developer.Number,
                    own.Developer.Name,
                    own.Developer.Type,
                    own.Count,
                    (double)own.Count / ofType[own.Developer.Type]
                )),
        ];
    }
}
