namespace MicroCred.Approval;

/// <summary>A page of the entries that a search finds.</summary>
/// <param name="Entries">The entries, the best match first, and equal matches by number.</param>
/// <param name="Next">The position after which the next page begins; null on the last one.</param>
/// <param name="Total">How many entries there are on all pages.</param>
public sealed record FoundEntries(IReadOnlyList<RegisterEntry> Entries, RegisterPlace? Next, int Total);
