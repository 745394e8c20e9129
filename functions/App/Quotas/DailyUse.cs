namespace MicroCred.App.Quotas;

/// <summary>An amount taken from a provider's daily quotas.</summary>
/// <param name="Bytes">Bytes of documents.</param>
/// <param name="Drafts">Applications begun.</param>
/// <param name="Documents">Documents.</param>
internal sealed record DailyUse(long Bytes = 0, long Drafts = 0, long Documents = 0)
{
    public static DailyUse Nothing { get; } = new();

    public static DailyUse operator +(DailyUse one, DailyUse other) =>
        new(one.Bytes + other.Bytes, one.Drafts + other.Drafts, one.Documents + other.Documents);

    /// <summary>Subtracts an amount given back; never goes below zero.</summary>
    public static DailyUse operator -(DailyUse one, DailyUse other) =>
        new(Math.Max(0, one.Bytes - other.Bytes), Math.Max(0, one.Drafts - other.Drafts), Math.Max(0, one.Documents - other.Documents));

    public long Of(Quota quota) =>
        quota switch
        {
            Quota.Bytes => Bytes,
            Quota.Drafts => Drafts,
            Quota.Documents => Documents,
            _ => throw new ArgumentOutOfRangeException(nameof(quota), quota, "There is no such quota."),
        };
}
