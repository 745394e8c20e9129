using System.Globalization;
using MicroCred.Emulator.Timers;

namespace MicroCred.Emulator.Tests.Timers;

public static class ScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-01T10:02:11", "2026-03-01T10:05:00")]
    [InlineData("*/10 * * * * *", "2026-03-01T10:02:11", "2026-03-01T10:02:20")]
    [InlineData("0 30 9 * * 1-5", "2026-03-06T10:00:00", "2026-03-09T09:30:00")]
    [InlineData("0 0 0 1 1 *", "2026-03-01T00:00:00", "2027-01-01T00:00:00")]
    [InlineData("30 9 * * *", "2026-03-01T10:00:00", "2026-03-02T09:30:00")]
    [InlineData("00:30:00", "2026-03-01T10:02:00", "2026-03-01T10:32:00")]
    [InlineData("1.00:00:00", "2026-03-01T10:02:00", "2026-03-02T10:02:00")]
    public static void The_next_run_is_the_first_after_an_instant(string expression, string instant, string next) =>
        Assert.Equal(Utc(next), Schedule.Parse(expression)!.After(Utc(instant)));

    [Theory]
    [InlineData("")]
    [InlineData("often")]
    [InlineData("0 99 * * * *")]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    [InlineData("1:2:3:4:5")]
    public static void What_is_no_schedule_is_null(string expression) => Assert.Null(Schedule.Parse(expression));

    [Theory]
    [InlineData("0 * * * * *", true)]
    [InlineData("0 30 9 * * *", true)]
    [InlineData("0 0 0 29 2 *", true)]
    [InlineData("00:01:00", true)]
    [InlineData("*/30 * * * * *", false)]
    [InlineData("0,1 * * * * *", false)]
    [InlineData("00:00:59", false)]
    public static void Coarse_is_a_minute_and_more(string expression, bool coarse) => Assert.Equal(coarse, Schedule.Parse(expression)!.IsCoarse);

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
