using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>What the register is narrowed to; the names are those of the query.</summary>
/// <param name="Words">Words to look for: <c>q</c>.</param>
/// <param name="Level">The level: <c>level</c>.</param>
/// <param name="Subject">The broad field: <c>subject</c>.</param>
/// <param name="ProviderType">The developer's type: <c>providerType</c>.</param>
/// <param name="Status">Where the entry is in its life: <c>status</c>.</param>
public sealed record RegisterFilters(
    string? Words = null,
    int? Level = null,
    string? Subject = null,
    ProviderType? ProviderType = null,
    RegisterStatus? Status = null
)
{
    internal bool Any => this != new RegisterFilters();

    internal string Query(string? after)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["q"] = Words,
            ["level"] = Level?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["subject"] = Subject,
            ["providerType"] = ProviderType?.ToString(),
            ["status"] = Status?.ToString(),
            ["after"] = after,
        };
        return string.Join(
            '&',
            parameters
                .Where(parameter => !string.IsNullOrEmpty(parameter.Value))
                .Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value!)}")
        );
    }
}
