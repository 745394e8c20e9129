namespace MicroCred.Approval.Tests;

public sealed class EasterTests
{
    [Theory]
    [InlineData("2018-04-01")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2031-04-13")]
    [InlineData("2032-03-28")]
    [InlineData("2033-04-17")]
    [InlineData("2034-04-09")]
    [InlineData("2035-03-25")]
    public void Good_Friday_and_Easter_Monday_are_on_either_side_of_Easter_Sunday(string sunday)
    {
        var easter = Moments.Day(sunday);
        Assert.Equal(easter, Easter.Sunday(easter.Year));
        Assert.Equal(
            [true, false, false, false, false, true],
            Enumerable.Range(-3, 6).Select(offset => WorkingDays.IsWorkingDay(easter.AddDays(offset)))
        );
    }
}
