namespace MicroCred.Portal;

/// <summary>How long something took, or has taken so far, in working days.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Median">Half of them took this long or less; null where there is none.</param>
/// <param name="Ninetieth">Nine in ten of them took this long or less; null where there is none.</param>
public sealed record DayFigures(int Count, int? Median, int? Ninetieth)
{
    /// <summary>The figures of these numbers of days.</summary>
    public static DayFigures Of(IEnumerable<int> days)
    {
        List<int> sorted = [.. days.Order()];
        return new(sorted.Count, At(0.5), At(0.9));

        int? At(double share) => sorted.Count == 0 ? null : sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
