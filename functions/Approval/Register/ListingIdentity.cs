using System.Globalization;

namespace MicroCred.Approval;

/// <summary>The key by which two listings are the same: provider, title, level and credits, however the title is written.</summary>
public static class ListingIdentity
{
    /// <summary>
    /// A key such as <c>9001|startup ignition|2|20</c>, equal for two listings only if they are the same. Null for a title without readable
    /// characters: it equals no other.
    /// </summary>
    public static string? Of(ProviderNumber provider, string? title, int? level, int? credits) =>
        PlainText.Words(title ?? "") is { Count: > 0 } words
            ? string.Create(CultureInfo.InvariantCulture, $"{provider}|{string.Join(' ', words)}|{level ?? 0}|{credits ?? 0}")
            : null;
}
