using static MicroCred.Approval.Tests.Moments;

namespace MicroCred.Approval.Tests;

public sealed class AucklandTimeTests
{
    [Theory]
    [InlineData("2026-01-14T10:59:59Z", "2026-01-14")] // in summer Auckland is 13 hours ahead
    [InlineData("2026-01-14T11:00:00Z", "2026-01-15")]
    [InlineData("2026-07-14T11:59:59Z", "2026-07-14")] // in winter, 12
    [InlineData("2026-07-14T12:00:00Z", "2026-07-15")]
    public void The_day_is_Aucklands(string moment, string day) => Assert.Equal(Day(day), WorkingDays.DayOf(Auckland(moment)));

    [Theory]
    [InlineData("2026-04-02", "2026-04-02T10:59:59Z")]
    [InlineData("2026-04-04", "2026-04-04T10:59:59Z")] // daylight saving ends on the night before the 5th
    [InlineData("2026-04-05", "2026-04-05T11:59:59Z")]
    [InlineData("2026-09-26", "2026-09-26T11:59:59Z")] // and begins on the night before the 27th
    [InlineData("2026-09-27", "2026-09-27T10:59:59Z")]
    public void A_day_ends_with_its_last_second_in_Auckland(string day, string moment)
    {
        Assert.Equal(Auckland(moment), WorkingDays.EndOf(Day(day)));
        Assert.Equal(TimeSpan.Zero, WorkingDays.EndOf(Day(day)).Offset);
    }

    [Fact]
    public void A_deadline_over_the_end_of_summer_time_is_still_midnight_in_Auckland() =>
        Assert.Equal(Auckland("2026-04-07T23:59:59+12:00"), WorkingDays.Deadline(Auckland("2026-04-02T09:00:00+13:00"), 1));

    [Fact]
    public void A_deadline_counts_from_Aucklands_day_not_from_Greenwichs() =>
        Assert.Equal(Auckland("2026-03-04T23:59:59+13:00"), WorkingDays.Deadline(Auckland("2026-03-03T00:30:00+13:00"), 1));

    [Theory]
    [InlineData("2026-03-30", "2026-03-30T07:00:00+13:00")]
    [InlineData("2026-04-05", "2026-04-05T07:00:00+12:00")]
    [InlineData("2026-09-27", "2026-09-27T07:00:00+13:00")]
    public void A_time_of_a_day_is_that_time_when_clocks_change_too(string day, string moment) =>
        Assert.Equal(Auckland(moment), WorkingDays.At(Day(day), new TimeOnly(7, 0)));
}
