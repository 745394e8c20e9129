using System.Globalization;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// New Zealand's working days from March 2026 to 2029 as a list of holidays, counted one by one: the product's own calendar, which has rules
/// instead, is judged by it.
/// </summary>
internal static class OwnCalendar
{
    private const string Listed =
        // From 2026
        "2026-04-03 2026-04-06 2026-04-27 2026-06-01 2026-07-10 2026-10-26 2026-12-25 2026-12-28 2026-12-29 2026-12-30 2026-12-31 "
        + "2027-01-01 2027-01-04 2027-02-08 2027-03-26 2027-03-29 2027-04-26 2027-06-07 2027-06-25 2027-10-25 2027-12-27 2027-12-28 2027-12-29 "
        + "2027-12-30 2027-12-31 2028-01-03 2028-01-04 2028-02-07 2028-04-14 2028-04-17 2028-04-25 2028-06-05 2028-07-14 2028-10-23 "
        + "2028-12-25 2028-12-26 2028-12-27 2028-12-28 2028-12-29 2029-01-01 2029-01-02 2029-02-06 2029-03-30 2029-04-02 2029-04-25 "
        + "2029-06-04 2029-07-06 2029-10-22 2029-12-25 2029-12-26 2029-12-27 2029-12-28 2029-12-31";

    private static readonly HashSet<DateOnly> Holidays =
    [
        .. Listed.Split(' ').Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    private static readonly TimeZoneInfo Auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Auckland).DateTime);

    /// <summary>The last second of a day in Auckland, in UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var last = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(last, Auckland.GetUtcOffset(last)).ToUniversalTime();
    }

    /// <summary>The n-th working day after a day; for 0, the day itself.</summary>
    public static DateOnly Nth(DateOnly day, int n)
    {
        for (var left = n; left > 0; )
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days there are after a day, up to and including another.</summary>
    public static int Count(DateOnly after, DateOnly last) =>
        Enumerable.Range(1, Math.Max(0, last.DayNumber - after.DayNumber)).Count(days => IsWorkingDay(after.AddDays(days)));

    private static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);
}
