namespace MicroCred.Approval;

/// <summary>
/// Counts working days as the law defines them, in Pacific/Auckland, from 2018 (the first rules) to 2052 (the last Matariki date set). Days
/// outside that range throw <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public static class WorkingDays
{
    private static readonly TimeZoneInfo Auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");

    /// <summary>The date in Auckland at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Auckland).DateTime);

    /// <summary>Whether the day is neither at a weekend nor a holiday. Regional anniversary days are working days.</summary>
    public static bool IsWorkingDay(DateOnly day) => !(Holidays.Contains(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The n-th working day after a day; for 0, the day itself.</summary>
    public static DateOnly Add(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                workingDays--;
            }
        }
        return day;
    }

    /// <summary>The number of working days after the first day, up to and including the last.</summary>
    public static int Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The end, in UTC, of the n-th working day in Auckland after the moment's date.</summary>
    public static DateTimeOffset Deadline(DateTimeOffset from, int workingDays) => EndOf(Add(DayOf(from), workingDays));

    /// <summary>A time of a day in Auckland, in UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Auckland.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The last second, in UTC, of a day in Auckland.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var last = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(last, Auckland.GetUtcOffset(last)).ToUniversalTime();
    }
}
