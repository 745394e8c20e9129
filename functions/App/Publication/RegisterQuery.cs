using System.Globalization;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

/// <summary>What somebody looks for on the register.</summary>
/// <param name="Words">Words that an entry's title, purpose, outcomes or developer must all have.</param>
/// <param name="Level">Its level.</param>
/// <param name="Subject">The first two, four or all six digits of its NZSCED code, or its broad field's name.</param>
/// <param name="ProviderType">Its developer's type.</param>
/// <param name="Status">Its status.</param>
/// <param name="After">The number after which to go on.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record RegisterQuery(
    IReadOnlyList<string> Words, Level? Level, string? Subject, ProviderType? ProviderType, RegisterStatus? Status, int After, int Limit)
{
    public ListPage<RegisterEntry> Page(IEnumerable<RegisterEntry> entries)
    {
        List<RegisterEntry> found = [.. entries.Where(entry => entry.Number > After && Fits(entry)).Take(Limit + 1)];
        return found.Count > Limit
            ? new ListPage<RegisterEntry>(found[..Limit], found[Limit - 1].Number.ToString(CultureInfo.InvariantCulture))
            : new ListPage<RegisterEntry>(found, null);
    }

    private bool Fits(RegisterEntry entry) =>
        (Level is null || entry.Level == Level)
        && (Status is null || entry.Status == Status)
        && (ProviderType is null || entry.Developer.Type == ProviderType)
        && (Subject is null || (entry.Nzsced is { } code && (code.ToString().StartsWith(Subject, StringComparison.Ordinal) || code.BroadField.Equals(Subject, StringComparison.OrdinalIgnoreCase))))
        && Words.All(word => Has(entry, word));

    private static bool Has(RegisterEntry entry, string word) =>
        entry.Outcomes.Append(entry.Title).Append(entry.Purpose).Append(entry.Developer.Name)
            .Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
