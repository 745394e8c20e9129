using System.ComponentModel.DataAnnotations;
using MicroCred.App.Settings;

namespace MicroCred.App.Quotas;

/// <summary>
/// How much a provider may send in a day (Pacific/Auckland), from the settings <c>Quotas__*</c>. By default far more than anybody has use
/// for: they are there so that one account that somebody else has got hold of can't fill the storage.
/// </summary>
[Section("Quotas")]
internal sealed record QuotaOptions
{
    private const string NotNegative = "Give 0 or more.";

    /// <summary>Bytes of documents.</summary>
    [Range(0L, long.MaxValue, ErrorMessage = NotNegative)]
    public long BytesPerDay { get; init; } = 20L << 30;

    /// <summary>Applications that are begun, packages among them.</summary>
    [Range(0L, long.MaxValue, ErrorMessage = NotNegative)]
    public long DraftsPerDay { get; init; } = 5_000;

    /// <summary>Documents, those in packages among them.</summary>
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
