namespace MicroCred.Approval.Tests;

public sealed class TitleSimilarityTests
{
    [Theory]
    [InlineData("Workshop foundations", "Foundations — WORKSHOP")]
    [InlineData("Tikanga Māori", "tikanga maori")]
    public void The_same_words_are_the_same(string one, string other) => Assert.Equal(1, TitleSimilarity.Of(one, other));

    [Theory]
    [InlineData("Workshop foundations", "Workshop foundation")]
    [InlineData("Digital skills for the workplace", "Digital skill for the work place")]
    public void A_slip_of_the_pen_is_close(string one, string other) =>
        Assert.InRange(TitleSimilarity.Of(one, other), TitleSimilarity.Close, 0.99);

    [Theory]
    [InlineData("StartUp Accelerate, automotive engineering", "StartUp Accelerate, collision repair and refinishing")]
    [InlineData("Introduction to digital accessibility", "Digital skills for the workplace")]
    public void One_word_in_common_is_not(string one, string other) =>
        Assert.InRange(TitleSimilarity.Of(one, other), 0.01, TitleSimilarity.Close - 0.01);

    [Theory]
    [InlineData("", "")]
    [InlineData("…", "…")]
    [InlineData("Wool", "")]
    public void Nothing_is_like_nothing(string one, string other) => Assert.Equal(0, TitleSimilarity.Of(one, other));

    [Fact]
    public void It_is_the_same_both_ways() =>
        Assert.Equal(TitleSimilarity.Of("Wool and fibre", "Wool"), TitleSimilarity.Of("Wool", "Wool and fibre"));
}
