using System.Globalization;
using MicroCred.App.Http;
using MicroCred.App.Storage;

namespace MicroCred.App.Pages;

/// <summary>
/// Pages of a list that begins with what is under way, which is read as a whole to be sorted, and goes on with what has ended, which
/// storage gives a page at a time.
/// </summary>
internal static class UnderwayThenEnded
{
    public const int LinesOnAPage = 50;

    // How a cursor begins: with how many of those under way came before, or with the store's own cursor among those that have ended.
    private const char Underway = 'u';
    private const char Ended = 'e';

    /// <summary>A page of the list.</summary>
    /// <param name="after">The cursor from the page before; null for the first page.</param>
    /// <param name="underway">Reads all that is under way, sorted.</param>
    /// <param name="ended">Reads a page of what has ended, after the store's cursor.</param>
    /// <exception cref="ProblemException">400 where it isn't a cursor of such a list.</exception>
    public static async Task<ListPage<T>> ReadAsync<T>(
        string? after,
        Func<Task<IReadOnlyList<T>>> underway,
        Func<string?, Task<ListPage<T>>> ended
    )
    {
        List<T> lines = [];
        if (after is not [Ended, ..])
        {
            var all = await underway();
            var start = StartOf(after);
            lines.AddRange(all.Skip(start).Take(LinesOnAPage));
            if (start + LinesOnAPage < all.Count)
            {
                return new(lines, string.Create(CultureInfo.InvariantCulture, $"{Underway}{start + LinesOnAPage}"));
            }
        }

        var rest = await ended(after is [Ended, .. { Length: > 0 } cursor] ? cursor : null).CheckedAsync();
        return new([.. lines, .. rest.Items], rest.Next is { } next ? $"{Ended}{next}" : null);
    }

    private static int StartOf(string? after) =>
        after switch
        {
            null => 0,
            [Underway, .. var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var start) => start,
            _ => throw new ProblemException(Problem.NoCursor),
        };
}
