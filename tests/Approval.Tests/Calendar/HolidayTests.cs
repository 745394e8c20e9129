namespace MicroCred.Approval.Tests;

public sealed class HolidayTests
{
    /// <summary>Every weekday of a year that isn't a working day, from the calendars of those years.</summary>
    [Theory]
    [InlineData(2018, "01-01 01-02 02-06 03-30 04-02 04-25 06-04 10-22 12-25 12-26 12-27 12-28 12-31")]
    [InlineData(2020, "01-01 01-02 02-06 04-10 04-13 04-27 06-01 10-26 12-25 12-28 12-29 12-30 12-31")]
    [InlineData(2021, "01-01 01-04 02-08 04-02 04-05 04-26 06-07 10-25 12-27 12-28 12-29 12-30 12-31")]
    [InlineData(2022, "01-03 01-04 02-07 04-15 04-18 04-25 06-06 06-24 10-24 12-26 12-27 12-28 12-29 12-30")]
    [InlineData(2023, "01-02 01-03 02-06 04-07 04-10 04-25 06-05 07-14 10-23 12-25 12-26 12-27 12-28 12-29")]
    [InlineData(2026, "01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28 12-29 12-30 12-31")]
    public void A_year_has_exactly_these_holidays_between_Monday_and_Friday(int year, string days)
    {
        var weekdays = Enumerable
            .Range(0, 366)
            .Select(new DateOnly(year, 1, 1).AddDays)
            .Where(day => day.Year == year && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        var holidays = weekdays.Where(day => !WorkingDays.IsWorkingDay(day)).Select(day => $"{day:MM-dd}");
        Assert.Equal(days.Split(' '), holidays);
    }

    [Theory]
    [InlineData("2026-03-07")]
    [InlineData("2026-03-08")]
    public void A_weekend_is_no_working_day(string day) => Assert.False(Works(day));

    [Theory]
    [InlineData("2026-01-26")] // Auckland and Wellington
    [InlineData("2025-11-14")] // Canterbury
    public void A_regional_anniversary_is_a_working_day(string day) => Assert.True(Works(day));

    public sealed class The_summer_break
    {
        [Theory]
        [InlineData("2025-12-24", true)]
        [InlineData("2025-12-25", false)]
        [InlineData("2025-12-31", false)]
        [InlineData("2026-01-02", false)]
        [InlineData("2026-01-05", true)]
        public void Runs_from_25_December_to_2_January(string day, bool works) => Assert.Equal(works, Works(day));

        [Theory]
        [InlineData("2027-01-04", false)]
        [InlineData("2027-01-05", true)]
        public void Takes_the_Monday_after_when_1_January_is_a_Friday(string day, bool works) => Assert.Equal(works, Works(day));

        [Theory]
        [InlineData("2028-01-03", false)]
        [InlineData("2028-01-04", false)]
        [InlineData("2028-01-05", true)]
        public void Takes_the_Monday_and_the_Tuesday_after_when_1_January_is_a_Saturday(string day, bool works) =>
            Assert.Equal(works, Works(day));

        [Theory]
        [InlineData("2034-01-02", false)]
        [InlineData("2034-01-03", false)]
        [InlineData("2034-01-04", true)]
        public void Takes_the_Monday_and_the_Tuesday_after_when_1_January_is_a_Sunday(string day, bool works) =>
            Assert.Equal(works, Works(day));

        [Theory]
        [InlineData("2024-01-03")] // 1 January is a Monday
        [InlineData("2025-01-03")] // a Wednesday, so the 3rd is a Friday
        [InlineData("2026-01-05")] // a Thursday, so the 5th is a Monday
        public void Takes_no_more_otherwise(string day) => Assert.True(Works(day));
    }

    public sealed class Waitangi_and_Anzac_Day
    {
        [Theory]
        [InlineData("2021-02-06", "2021-02-08")]
        [InlineData("2022-02-06", "2022-02-07")]
        [InlineData("2020-04-25", "2020-04-27")]
        [InlineData("2021-04-25", "2021-04-26")]
        public void Move_to_Monday_from_a_weekend(string holiday, string monday)
        {
            Assert.False(Works(holiday));
            Assert.False(Works(monday));
            Assert.True(WorkingDays.IsWorkingDay(Moments.Day(monday).AddDays(1)));
        }

        [Theory]
        [InlineData("2026-02-06", "2026-02-09")]
        [InlineData("2024-04-25", "2024-04-29")]
        public void Stay_where_they_are_within_the_week(string holiday, string monday)
        {
            Assert.False(Works(holiday));
            Assert.True(Works(monday));
        }
    }

    private static bool Works(string day) => WorkingDays.IsWorkingDay(Moments.Day(day));
}
