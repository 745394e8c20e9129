using CsCheck;

namespace MicroCred.Approval.Tests;

public sealed class WorkingDaysTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 365 * 16].Select(new DateOnly(2018, 1, 1).AddDays);

    [Theory]
    [InlineData("2026-03-02", 0, "2026-03-02")]
    [InlineData("2026-03-02", 1, "2026-03-03")]
    [InlineData("2026-03-06", 1, "2026-03-09")]
    [InlineData("2026-03-07", 1, "2026-03-09")]
    [InlineData("2026-03-02", 20, "2026-03-30")]
    [InlineData("2026-04-02", 1, "2026-04-07")] // across Easter
    [InlineData("2025-12-24", 1, "2026-01-05")] // across the summer break
    public void Counting_starts_the_day_after(string from, int days, string to) =>
        Assert.Equal(Moments.Day(to), WorkingDays.Add(Moments.Day(from), days));

    [Fact]
    public void A_day_counted_to_is_a_working_day_and_that_many_away() =>
        Gen.Select(Days, Gen.Int[1, 80])
            .Sample(
                (day, count) =>
                {
                    var counted = WorkingDays.Add(day, count);
                    Assert.True(WorkingDays.IsWorkingDay(counted));
                    Assert.Equal(count, WorkingDays.Between(day, counted));
                    Assert.Equal(count - 1, WorkingDays.Between(day, counted.AddDays(-1)));
                }
            );

    [Fact]
    public void Counting_in_two_steps_is_counting_in_one() =>
        Gen.Select(Days, Gen.Int[0, 40], Gen.Int[0, 40])
            .Sample(
                (day, first, second) =>
                    Assert.Equal(WorkingDays.Add(day, first + second), WorkingDays.Add(WorkingDays.Add(day, first), second))
            );

    [Theory]
    [InlineData("2017-12-31")]
    [InlineData("2053-01-01")]
    public void Outside_2018_to_2052_nobody_knows(string day)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.IsWorkingDay(Moments.Day(day)));
        Assert.Contains("2018 to 2052", error.Message, StringComparison.Ordinal);
        Assert.Contains("Add the dates that the Act has for later years to Matariki.cs.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counting_past_2052_is_an_error_rather_than_a_guess() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(Moments.Day("2052-12-20"), 5));

    [Fact]
    public void Days_are_not_counted_backwards_by_a_negative_number() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(Moments.Day("2026-03-02"), -1));
}
