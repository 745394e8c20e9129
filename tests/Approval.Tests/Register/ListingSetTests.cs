namespace MicroCred.Approval.Tests;

public sealed class ListingSetTests
{
    [Theory]
    [InlineData("Barista skills 1", "Barista skills 2")]
    [InlineData("Barista skills (Level 3)", "Barista skills (Level 4)")]
    [InlineData("Te reo Māori, part I", "Te reo Māori, part II")]
    [InlineData("Introductory welding", "Advanced welding")]
    [InlineData("Shearing: crutching", "Shearing: dagging")]
    [InlineData("Wool handling – grading", "Wool handling – pressing")]
    public void Titles_that_show_a_set_are_one(string one, string other)
    {
        Assert.True(ListingSet.Holds(one, other));
        Assert.True(ListingSet.Holds(other, one));
    }

    [Theory]
    [InlineData("Barista skills", "Barista skills")]
    [InlineData("Barista skills 1", "Barista skill 1")]
    [InlineData("Workshop foundations", "Workshop foundation")]
    [InlineData("Welding of pipes", "Welding of tubes")]
    [InlineData("Shearing: crutching", "Shearing crutching")]
    [InlineData("1", "2")]
    [InlineData("", "")]
    public void Titles_that_are_merely_alike_are_none(string one, string other) => Assert.False(ListingSet.Holds(one, other));
}
