using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Where things are on this site.</summary>
internal static class Links
{
    public const string Home = "/";

    public const string Register = "/register";

    public const string RegisterCsv = "/api/register.csv";

    public const string Statistics = "/api/register/statistics";

    public const string OpenApi = "/api/openapi.json";

    public static string RegisterPage(RegisterFilters filters, string? after = null) =>
        filters.Query(after) is { Length: > 0 } query ? $"{Register}?{query}" : Register;

    public static string Entry(RegisterEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{Register}/{entry.Number}");

    public static string EntryData(RegisterEntry entry) => string.Create(CultureInfo.InvariantCulture, $"/api/register/{entry.Number}");

    public static string Asset(string name) => Assets.Folder + name;
}
