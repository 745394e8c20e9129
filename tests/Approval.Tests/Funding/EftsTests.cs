namespace MicroCred.Approval.Tests;

public sealed class EftsTests
{
    [Theory]
    [InlineData(5, "0.0417")]
    [InlineData(14, "0.1167")]
    [InlineData(30, "0.25")]
    [InlineData(40, "0.3333")]
    public void Credits_over_120_to_four_decimals(int credits, string efts)
    {
        Assert.Equal(decimal.Parse(efts, System.Globalization.CultureInfo.InvariantCulture), Efts.Of(credits));
        Assert.Equal(Efts.Of(credits), Efts.Of(Credits.Create(credits)));
    }
}
