using System.Diagnostics.CodeAnalysis;

namespace MicroCred.Approval;

/// <summary>A band of credits as in Table Two, both ends included.</summary>
/// <param name="From">The fewest credits.</param>
/// <param name="To">The most.</param>
public sealed record CreditBand(int From, int To)
{
    /// <summary>The band that only the rules since 2022 allow.</summary>
    public static CreditBand Small { get; } = new(1, 4);

    /// <summary>The bands of the paper's table.</summary>
    public static IReadOnlyList<CreditBand> OfTheTable { get; } = [new(5, 10), new(11, 20), new(21, 30), new(31, 40)];

    /// <summary>All of them, the smallest first.</summary>
    public static IReadOnlyList<CreditBand> All { get; } = [Small, .. OfTheTable];

    /// <summary>Its name, such as 11-20.</summary>
    public string Name => $"{From}-{To}";

    /// <summary>Whether an entry is of such a size.</summary>
    public bool Holds(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Credits.Value >= From && entry.Credits.Value <= To;
    }

    /// <summary>False where no band has the name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out CreditBand? band)
    {
        band = All.FirstOrDefault(known => known.Name == name);
        return band is not null;
    }
}
