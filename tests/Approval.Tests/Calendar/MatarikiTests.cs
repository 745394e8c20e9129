namespace MicroCred.Approval.Tests;

public sealed class MatarikiTests
{
    [Theory]
    [InlineData("2022-06-24")]
    [InlineData("2023-07-14")]
    [InlineData("2024-06-28")]
    [InlineData("2025-06-20")]
    [InlineData("2026-07-10")]
    [InlineData("2027-06-25")]
    [InlineData("2028-07-14")]
    [InlineData("2029-07-06")]
    [InlineData("2030-06-21")]
    [InlineData("2031-07-11")]
    [InlineData("2032-07-02")]
    [InlineData("2033-06-24")]
    [InlineData("2034-07-07")]
    [InlineData("2035-06-29")]
    [InlineData("2036-07-18")]
    [InlineData("2037-07-10")]
    [InlineData("2038-06-25")]
    [InlineData("2039-07-15")]
    [InlineData("2040-07-06")]
    [InlineData("2041-07-19")]
    [InlineData("2042-07-11")]
    [InlineData("2043-07-03")]
    [InlineData("2044-06-24")]
    [InlineData("2045-07-07")]
    [InlineData("2046-06-29")]
    [InlineData("2047-07-19")]
    [InlineData("2048-07-03")]
    [InlineData("2049-06-25")]
    [InlineData("2050-07-15")]
    [InlineData("2051-06-30")]
    [InlineData("2052-06-21")]
    public void It_is_a_Friday_set_by_law_for_each_year(string day)
    {
        var matariki = Moments.Day(day);
        Assert.Equal(DayOfWeek.Friday, matariki.DayOfWeek);
        Assert.False(WorkingDays.IsWorkingDay(matariki));
        Assert.True(WorkingDays.IsWorkingDay(matariki.AddDays(-1)));
        Assert.True(WorkingDays.IsWorkingDay(matariki.AddDays(-7)));
        Assert.True(WorkingDays.IsWorkingDay(matariki.AddDays(7)));
    }

    [Fact]
    public void Before_2022_every_Friday_of_June_and_July_was_a_working_day()
    {
        var days = Enumerable.Range(0, 61).Select(Moments.Day("2021-06-01").AddDays).Where(day => day.DayOfWeek == DayOfWeek.Friday);
        Assert.All(days, day => Assert.True(WorkingDays.IsWorkingDay(day)));
    }
}
