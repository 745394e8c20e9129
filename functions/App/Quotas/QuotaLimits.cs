using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Quotas;

/// <summary>
/// How much a provider may send in a day (Pacific/Auckland), from the settings <c>Quotas__*</c>. By default far more than anybody has use for: they are there
/// so that one account that somebody else has got hold of can't fill the storage.
/// </summary>
internal sealed record QuotaLimits
{
    /// <summary>Bytes of documents.</summary>
    public long BytesPerDay { get; init; } = 20L << 30;

    /// <summary>Applications that are begun, packages among them.</summary>
    public long DraftsPerDay { get; init; } = 5_000;

    /// <summary>Documents, those in packages among them.</summary>
    public long DocumentsPerDay { get; init; } = 20_000;

    /// <exception cref="InvalidOperationException">A setting is less than nothing.</exception>
    public static QuotaLimits From(IConfiguration configuration)
    {
        QuotaLimits limits = configuration.GetSection("Quotas").Get<QuotaLimits>() ?? new();
        foreach (Quota quota in Enum.GetValues<Quota>())
        {
            if (limits.Of(quota) < 0)
            {
                throw new InvalidOperationException($"Quotas__{quota}PerDay is {limits.Of(quota)}; give 0 or more.");
            }
        }

        return limits;
    }

    public long Of(Quota quota) => quota switch
    {
        Quota.Bytes => BytesPerDay,
        Quota.Drafts => DraftsPerDay,
        Quota.Documents => DocumentsPerDay,
        _ => throw new ArgumentOutOfRangeException(nameof(quota), quota, "There is no such quota."),
    };
}
