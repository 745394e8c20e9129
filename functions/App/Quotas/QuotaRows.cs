using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Quotas;

/// <summary>Keys in <see cref="Storage.StorageNames.WorklistsTable"/> of what providers took of their days' quotas.</summary>
internal static class QuotaRows
{
    /// <summary>What providers took of their days' quotas.</summary>
    public static string All => "quota|";

    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{All}{day:yyyyMMdd}|");

    public static string Of(DateOnly day, ProviderNumber provider) => Of(day) + provider;

    /// <summary>Whose line it is.</summary>
    public static ProviderNumber In(string partition) => ProviderNumber.Parse(partition.Split('|')[^1]);
}
