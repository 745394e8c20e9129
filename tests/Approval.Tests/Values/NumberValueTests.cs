namespace MicroCred.Approval.Tests;

public sealed class NumberValueTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_level_is_1_to_10(int number, bool good)
    {
        Assert.Equal(good, Level.TryCreate(number, out var level));
        if (good)
        {
            Assert.Equal((number, level), (level.Value, Level.Create(number)));
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Level.Create(number));
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void Credits_are_1_to_40(int number, bool good)
    {
        Assert.Equal(good, Credits.TryCreate(number, out var credits));
        if (good)
        {
            Assert.Equal((number, credits), (credits.Value, Credits.Create(number)));
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Credits.Create(number));
        }
    }

    [Fact]
    public void They_are_written_in_digits() => Assert.Equal("10 40", $"{Level.Create(10)} {Credits.Create(40)}");
}
