namespace MicroCred.Approval.Tests;

public sealed class LikenessTests
{
    private static readonly Description Baking = new("Bread baking", "For bakers at the start.", ["Bake bread.", "Clean the oven."]);

    [Theory]
    [InlineData("Workshop foundations", "Foundations — WORKSHOP")]
    [InlineData("Tikanga Māori", "tikanga maori")]
    public void The_same_words_are_the_same(string one, string other) => Assert.Equal(1, Titles(one, other));

    [Theory]
    [InlineData("Workshop foundations", "Workshop foundation")]
    [InlineData("Digital skills for the workplace", "Digital skill for the work place")]
    public void A_slip_of_the_pen_is_close(string one, string other) => Assert.InRange(Titles(one, other), Likeness.Close, 0.99);

    [Theory]
    [InlineData("StartUp Accelerate, automotive engineering", "StartUp Accelerate, collision repair and refinishing")]
    [InlineData("Introduction to digital accessibility", "Digital skills for the workplace")]
    public void One_word_in_common_is_not(string one, string other) => Assert.InRange(Titles(one, other), 0.01, Likeness.Close - 0.01);

    [Theory]
    [InlineData("", "")]
    [InlineData("…", "…")]
    [InlineData("Wool", "")]
    public void Nothing_is_like_nothing(string one, string other) => Assert.Equal(0, Titles(one, other));

    [Fact]
    public void It_is_the_same_both_ways()
    {
        Description other = new("Bread", "For bakers.", ["Bake bread."]);
        Assert.Equal(Likeness.Between(Baking, other), Likeness.Between(other, Baking));
    }

    [Fact]
    public void A_part_that_one_does_not_state_is_left_out_of_the_score()
    {
        var likeness = Likeness.Between(Baking, new(Baking.Title, "", []));
        Assert.Equal(new Likeness(1, 0, 0, 1), likeness);
    }

    [Fact]
    public void Titles_and_outcomes_count_twice_as_much_as_the_purpose()
    {
        var unlike = new Description("xyz", "xyz", ["xyz"]);
        Assert.Equal(0.4, Likeness.Between(Baking, new(Baking.Title, unlike.Purpose, unlike.Outcomes)).Score, 3);
        Assert.Equal(0.2, Likeness.Between(Baking, new(unlike.Title, Baking.Purpose, unlike.Outcomes)).Score, 3);
        Assert.Equal(0.4, Likeness.Between(Baking, new(unlike.Title, unlike.Purpose, Baking.Outcomes)).Score, 3);
    }

    [Fact]
    public void What_two_share_are_words_of_the_titles_and_whole_outcomes_and_sentences() =>
        Assert.Equal(
            ["bread", "Bakes bread.", "For bakers at the start"],
            SharedTexts.Of(Baking, new("Bread and cake", "For bakers at the start. And others.", ["Bakes bread.", "Sell it."]))
        );

    [Fact]
    public void Where_no_text_is_alike_they_share_words() =>
        Assert.Equal(
            ["clean, bakers"],
            SharedTexts.Of(Baking, new("Cake", "Made for very good bakers", ["Clean and tidy up everything."]))
        );

    private static double Titles(string one, string other) => Likeness.Between(new(one, "", []), new(other, "", [])).Title;
}
