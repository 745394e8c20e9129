using System.Globalization;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>A search of the register.</summary>
/// <param name="Words">Words that must all occur in an entry's title, purpose, outcomes or developer.</param>
/// <param name="Level">Its level.</param>
/// <param name="Subject">The first two, four or all six digits of its NZSCED code, or its broad field's name.</param>
/// <param name="ProviderType">Its developer's type.</param>
/// <param name="Status">Its status; null for any but those listed by mistake.</param>
/// <param name="After">The position to continue after; null for the beginning.</param>
/// <param name="Limit">The maximum number of entries.</param>
internal sealed record RegisterQuery(
    IReadOnlyList<string> Words,
    Level? Level,
    string? Subject,
    ProviderType? ProviderType,
    RegisterStatus? Status,
    RegisterPlace? After,
    int Limit
)
{
    /// <summary>The maximum number of different words. A title may contain the same one several times.</summary>
    public const int MostWords = 10;

    /// <summary>The maximum number of characters in all words, including the space between them.</summary>
    public const int MostCharacters = 200;

    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    private readonly string _phrase = string.Join(' ', Words);

    private readonly IReadOnlyList<string> _different = [.. Words.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A page of the matching entries, the best match first.</summary>
    public ListPage<RegisterEntry> Page(IEnumerable<RegisterEntry> entries)
    {
        List<(RegisterEntry Entry, RegisterPlace Place)> found =
        [
            .. entries
                .Where(Fits)
                .Select(entry => (Entry: entry, Place: new RegisterPlace(Rank(entry), entry.Number)))
                .Where(match => After is not { } after || match.Place.CompareTo(after) > 0)
                .OrderBy(match => match.Place)
                .Take(Limit + 1),
        ];
        return new ListPage<RegisterEntry>(
            [.. found.Take(Limit).Select(match => match.Entry)],
            found.Count > Limit ? found[Limit - 1].Place.ToString() : null
        );
    }

    private bool Fits(RegisterEntry entry) =>
        (Level is null || entry.Level == Level)
        && (Status is null ? entry.Status != RegisterStatus.ListedByMistake : entry.Status == Status)
        && (ProviderType is null || entry.Developer.Type == ProviderType)
        && (
            Subject is null
            || (
                entry.Nzsced is { } code
                && (
                    code.ToString().StartsWith(Subject, StringComparison.Ordinal)
                    || code.BroadField.Equals(Subject, StringComparison.OrdinalIgnoreCase)
                )
            )
        )
        && _different.All(word => Has(entry, word));

    private static bool Has(RegisterEntry entry, string word) =>
        entry.Outcomes.Append(entry.Title).Append(entry.Purpose).Append(entry.Developer.Name).Any(text => Has(text, word));

    private static bool Has(string text, string words) => Letters.IndexOf(text, words, Loosely) >= 0;

    /// <summary>People usually search for a title, so entries with more of the words in it rank higher.</summary>
    private int Rank(RegisterEntry entry) =>
        _phrase.Length == 0 || Letters.Compare(entry.Title, _phrase, Loosely) == 0 ? 0
        : Letters.IsPrefix(entry.Title, _phrase, Loosely) ? 1
        : Has(entry.Title, _phrase) ? 2
        : _different.All(word => Has(entry.Title, word)) ? 3
        : _different.Any(word => Has(entry.Title, word)) ? 4
        : 5;
}
