using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Quotas;

/// <summary>
/// A provider's limits for a day (Pacific/Auckland), from the settings <c>Quotas__*</c>. The defaults are far more than anybody needs: they
/// keep a stolen account from filling the storage.
/// </summary>
[Section("Quotas")]
internal sealed record QuotaOptions
{
    private const string NotNegative = "Give 0 or more.";

    /// <summary>Bytes of documents.</summary>
    [Range(0L, long.MaxValue, ErrorMessage = NotNegative)]
    public long BytesPerDay { get; init; } = 20L << 30;

    /// <summary>Applications begun, packages included.</summary>
    [Range(0L, long.MaxValue, ErrorMessage = NotNegative)]
    public long DraftsPerDay { get; init; } = 5_000;

    /// <summary>Documents, those in packages included.</summary>
    [Range(0L, long.MaxValue, ErrorMessage = NotNegative)]
    public long DocumentsPerDay { get; init; } = 20_000;

    public long Of(Quota quota) =>
        quota switch
        {
            Quota.Bytes => BytesPerDay,
            Quota.Drafts => DraftsPerDay,
            Quota.Documents => DocumentsPerDay,
            _ => throw new ArgumentOutOfRangeException(nameof(quota), quota, "There is no such quota."),
        };
}
