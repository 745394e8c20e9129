using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>A page of the register as it is to be shown.</summary>
/// <param name="Filters">What the register was narrowed to.</param>
/// <param name="Entries">The entries of this page.</param>
/// <param name="After">After which entry this page begins; null for the first page.</param>
/// <param name="Next">After which entry the next page begins; null where this is the last.</param>
public sealed record RegisterListing(
    RegisterFilters Filters,
    IReadOnlyList<RegisterEntry> Entries,
    string? After = null,
    string? Next = null
);
