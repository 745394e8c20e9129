namespace MicroCred.Approval.Tests;

public sealed class ClockTests
{
    [Theory]
    [InlineData(20, 10, 16)]
    [InlineData(10, 5, 8)]
    [InlineData(5, 2, 4)]
    [InlineData(60, 30, 48)]
    [InlineData(3, 1, 2)]
    public void Reminders_come_at_half_and_at_four_fifths_of_the_working_days(int days, int half, int fourFifths) =>
        Assert.Equal([WorkingDays.Deadline(Moments.Monday, half), WorkingDays.Deadline(Moments.Monday, fourFifths)], Of(days).Reminders);

    [Fact]
    public void Two_days_have_one_and_a_single_day_has_none()
    {
        Assert.Equal([WorkingDays.Deadline(Moments.Monday, 1)], Of(2).Reminders);
        Assert.Empty(Of(1).Reminders);
    }

    [Fact]
    public void One_that_is_due_on_a_Sunday_counts_the_working_days_before_it()
    {
        Clock clock = new(Moments.Day("2026-03-02"), WorkingDays.EndOf(Moments.Day("2026-03-08")));
        Assert.Equal(["2026-03-04", "2026-03-05"], clock.Reminders.Select(point => $"{WorkingDays.DayOf(point):yyyy-MM-dd}"));
    }

    [Fact]
    public void Standing_still_moves_both_ends_by_the_working_days_and_leaves_the_time_between_them()
    {
        var moved = Of(20).AfterStandingStill(Moments.Day("2026-03-05"), Moments.Day("2026-03-16"));
        Assert.Equal(new(Moments.Day("2026-03-11"), WorkingDays.Deadline(Moments.Monday, 27)), moved);
        Assert.Equal(20, WorkingDays.Between(moved.Started, WorkingDays.DayOf(moved.Due)));
    }

    [Fact]
    public void It_does_not_stand_still_before_it_starts_nor_over_a_weekend()
    {
        Assert.Equal(Of(20), Of(20).AfterStandingStill(Moments.Day("2026-02-02"), Moments.Day("2026-03-02")));
        Assert.Equal(Of(20), Of(20).AfterStandingStill(Moments.Day("2026-03-06"), Moments.Day("2026-03-08")));
    }

    private static Clock Of(int days) => new(WorkingDays.DayOf(Moments.Monday), WorkingDays.Deadline(Moments.Monday, days));
}
