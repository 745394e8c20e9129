namespace MicroCred.App.Quotas;

/// <summary>What is taken of a provider's day.</summary>
/// <param name="Bytes">Bytes of documents.</param>
/// <param name="Drafts">Applications that are begun.</param>
/// <param name="Documents">Documents.</param>
internal sealed record DailyUse(long Bytes = 0, long Drafts = 0, long Documents = 0)
{
    public static DailyUse Nothing { get; } = new();

    public static DailyUse operator +(DailyUse one, DailyUse other) =>
        new(one.Bytes + other.Bytes, one.Drafts + other.Drafts, one.Documents + other.Documents);

    /// <summary>What is left when some is given back, and never less than nothing.</summary>
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
