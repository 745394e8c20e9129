namespace MicroCred.Approval;

/// <summary>
/// The Matariki holiday, whose dates are set by law. [Te Ture mō te Hararei Tūmatanui o te Kāhui o Matariki 2022, Schedule 1] The dates
/// also bound the calendar: after the last one, working days can't be counted yet.
/// </summary>
internal static class Matariki
{
    private const int FirstYear = 2018;
    internal const int LastYear = 2052;

    private static readonly Dictionary<int, DateOnly> Dates = new DateOnly[]
    {
        new(2022, 6, 24),
        new(2023, 7, 14),
        new(2024, 6, 28),
        new(2025, 6, 20),
        new(2026, 7, 10),
        new(2027, 6, 25),
        new(2028, 7, 14),
        new(2029, 7, 6),
        new(2030, 6, 21),
        new(2031, 7, 11),
        new(2032, 7, 2),
        new(2033, 6, 24),
        new(2034, 7, 7),
        new(2035, 6, 29),
        new(2036, 7, 18),
        new(2037, 7, 10),
        new(2038, 6, 25),
        new(2039, 7, 15),
        new(2040, 7, 6),
        new(2041, 7, 19),
        new(2042, 7, 11),
        new(2043, 7, 3),
        new(2044, 6, 24),
        new(2045, 7, 7),
        new(2046, 6, 29),
        new(2047, 7, 19),
        new(2048, 7, 3),
        new(2049, 6, 25),
        new(2050, 7, 15),
        new(2051, 6, 30),
        new(2052, 6, 21),
    }.ToDictionary(date => date.Year);

    /// <summary>The holiday's date in a year; null before 2022, its first year.</summary>
    public static DateOnly? In(int year) => Dates.TryGetValue(year, out var date) ? date : null;

    public static void ThrowIfOutside(DateOnly day)
    {
        if (day.Year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(
                nameof(day),
                day,
                $"Working days are known from {FirstYear} to {LastYear}. Add the dates that the Act has for later years to Matariki.cs."
            );
        }
    }
}
