using System.Globalization;
using MicroCred.Approval;

namespace MicroCred.App.Quotas;

/// <summary>Keys in <see cref="Storage.StorageNames.WorklistsTable"/> of providers' daily use.</summary>
internal static class QuotaRows
{
    /// <summary>The prefix of all these keys.</summary>
    public static string All => "quota|";

    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{All}{day:yyyyMMdd}|");

    public static string Of(DateOnly day, ProviderNumber provider) => Of(day) + provider;

    /// <summary>The provider that a key belongs to.</summary>
    public static ProviderNumber In(string partition) => ProviderNumber.Parse(partition.Split('|')[^1]);
}
