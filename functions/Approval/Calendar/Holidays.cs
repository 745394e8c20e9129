namespace MicroCred.Approval;

/// <summary>
/// The days, besides weekends, that by law aren't working days. [Interpretation Act 1999 s 29 and its successor; Holidays Act 2003, with
/// Waitangi and Anzac Day moved to Monday since 2014; Matariki since 2022]
/// </summary>
internal static class Holidays
{
    public static bool Contains(DateOnly day)
    {
        Matariki.ThrowIfOutside(day);
        return IsSummerBreak(day)
            || IsOrIsMondayAfter(day, new(day.Year, 2, 6)) // Waitangi Day
            || IsOrIsMondayAfter(day, new(day.Year, 4, 25)) // Anzac Day
            || day == Easter.Sunday(day.Year).AddDays(-2)
            || day == Easter.Sunday(day.Year).AddDays(1)
            || day == Monday(1, day.Year, 6) // the Sovereign's birthday
            || day == Matariki.In(day.Year)
            || day == Monday(4, day.Year, 10); // Labour Day
    }

    /// <summary>25 December to 2 January, and the days observed instead of 1 and 2 January when those fall on a weekend.</summary>
    private static bool IsSummerBreak(DateOnly day) =>
        (day.Month, day.Day) switch
        {
            (12, >= 25) or (1, <= 2) => true,
            (1, <= 4) => new DateOnly(day.Year, 1, 1).DayOfWeek switch
            {
                DayOfWeek.Friday => day.DayOfWeek == DayOfWeek.Monday,
                DayOfWeek.Saturday or DayOfWeek.Sunday => day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday,
                _ => false,
            },
            _ => false,
        };

    private static bool IsOrIsMondayAfter(DateOnly day, DateOnly holiday) =>
        day
        == holiday.DayOfWeek switch
        {
            DayOfWeek.Saturday => holiday.AddDays(2),
            DayOfWeek.Sunday => holiday.AddDays(1),
            _ => holiday,
        };

    private static DateOnly Monday(int ordinal, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        var toMonday = ((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(toMonday + (7 * (ordinal - 1)));
    }
}
