using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MicroCred.Approval;

/// <summary>
/// An entry's position in search results: better matches have a lower rank, and equal ones are ordered by number. It depends on the entry
/// and the search alone, not on what else is on the register, so pages follow each other while entries come.
/// </summary>
/// <param name="Rank">How well it matches; 0 is best.</param>
/// <param name="Number">The entry's number.</param>
public readonly record struct RegisterPlace(int Rank, int Number)
{
    /// <summary>Orders positions from the best match on.</summary>
    internal static Comparison<RegisterPlace> BestFirst { get; } =
        (one, other) => one.Rank == other.Rank ? one.Number.CompareTo(other.Number) : one.Rank.CompareTo(other.Rank);

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}-{Number}");

    /// <summary>False where the text isn't a position.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegisterPlace place)
    {
        place = default;
        if (
            text?.Split('-') is not [var rank, var number]
            || !int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
        )
        {
            return false;
        }

        place = new RegisterPlace(first, second);
        return true;
    }
}
