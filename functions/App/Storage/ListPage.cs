namespace MicroCred.App.Storage;

/// <summary>A page of a list.</summary>
/// <param name="Items">Its lines, in the list's order.</param>
/// <param name="Next">The value of <c>after</c> for the next page; null on the last one.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);
