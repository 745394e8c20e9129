using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MicroCred.App.Register;

/// <summary>An entry's position in search results: better matches have a lower rank, and equal ones are ordered by number.</summary>
/// <param name="Rank">How well it matches; 0 is best.</param>
/// <param name="Number">The entry's number.</param>
internal readonly record struct RegisterPlace(int Rank, int Number) : IComparable<RegisterPlace>
{
    public int CompareTo(RegisterPlace other) => (Rank, Number).CompareTo((other.Rank, other.Number));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}-{Number}");

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
