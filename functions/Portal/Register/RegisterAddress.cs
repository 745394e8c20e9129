using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal.Register;

/// <summary>The address of a search of the register.</summary>
internal static class RegisterAddress
{
    /// <summary>The words as they are shown and sent.</summary>
    public static string? Text(this RegisterQuery query) => query.Words.Count == 0 ? null : string.Join(' ', query.Words);

    /// <summary>Whether a search is for anything, or narrowed to anything.</summary>
    public static bool IsNarrowed(this RegisterQuery query) => Parameters(query).Any(parameter => parameter.Value is not null);

    /// <summary>The address of the page of a search that begins after a position; of its first page for null.</summary>
    public static string Of(RegisterQuery query, RegisterPlace? after)
    {
        var parameters = Parameters(query)
            .Append((Name: "after", Value: after?.ToString()))
            .Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}")
            .ToList();
        return parameters.Count == 0 ? Links.Register : $"{Links.Register}?{string.Join('&', parameters)}";
    }

    private static IEnumerable<(string Name, string? Value)> Parameters(RegisterQuery query) =>
        [
            (Name: "q", Value: query.Text()),
            ("level", query.Level?.Value.ToString(CultureInfo.InvariantCulture)),
            ("subject", query.Subject),
            ("credits", query.Credits?.Name),
            ("providerType", query.ProviderType?.ToString()),
            ("status", query.Status?.ToString()),
            ("useCase", query.UseCase?.ToString()),
            ("funded", Truth(query.Funded)),
        ];

    /// <summary>A choice of yes and no as the query has it; null for neither.</summary>
    public static string? Truth(bool? value) =>
        value switch
        {
            null => null,
            true => "true",
            false => "false",
        };
}
