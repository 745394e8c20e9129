using System.Globalization;

namespace MicroCred.App.Quotas;

/// <summary>Formats amounts of a quota.</summary>
internal static class QuotaWords
{
    /// <summary>An amount, to be put into a sentence.</summary>
    public static string Shown(this Quota quota, long amount) =>
        quota switch
        {
            Quota.Bytes => string.Create(CultureInfo.InvariantCulture, $"{amount:N0} bytes of documents"),
            Quota.Drafts => amount == 1 ? "1 application" : string.Create(CultureInfo.InvariantCulture, $"{amount:N0} applications"),
            Quota.Documents => amount == 1 ? "1 document" : string.Create(CultureInfo.InvariantCulture, $"{amount:N0} documents"),
            _ => throw new ArgumentOutOfRangeException(nameof(quota), quota, "There is no such quota."),
        };
}
