using System.Globalization;

namespace MicroCred.Approval;

/// <summary>What makes two listings the same one: provider, title, level and credits, however the title is written.</summary>
public static class ListingIdentity
{
    /// <summary>
    /// Such as <c>9001|startup ignition|2|20</c>; equal for the same listing, and for nothing else. Null for a title in which nothing can
    /// be read: nothing is the same as that.
    /// </summary>
    public static string? Of(ProviderNumber provider, string? title, int? level, int? credits) =>
        PlainText.Words(title ?? "") is { Count: > 0 } words
            ? string.Create(CultureInfo.InvariantCulture, $"{provider}|{string.Join(' ', words)}|{level ?? 0}|{credits ?? 0}")
            : null;
}
