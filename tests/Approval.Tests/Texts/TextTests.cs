namespace MicroCred.Approval.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00A0\u2003\u3000")]
    [InlineData("\u200B\u200D\u2060\uFEFF")]
    [InlineData("\u3164\u115F\uFFA0\u2800")]
    [InlineData("\uFE0F\u0301")]
    [InlineData("\U000E0020")]
    public void What_shows_nothing_is_not_given(string text) => Assert.False(Text.IsGiven(text));

    [Theory]
    [InlineData("x")]
    [InlineData("\u200Bx")]
    [InlineData("ā")]
    [InlineData("日")]
    [InlineData("👍")]
    [InlineData("—")]
    public void What_shows_something_is(string text) => Assert.True(Text.IsGiven(text));

    [Fact]
    public void Nothing_is_not_given() => Assert.False(Text.IsGiven(null));

    [Fact]
    public void A_letter_and_its_macron_are_one_character() => Assert.Equal("Māori", Text.Composed("Ma\u0304ori"));

    [Fact]
    public void Half_a_character_is_left_for_others_to_name() => Assert.Equal("a\u0304\ud800", Text.Composed("a\u0304\ud800"));
}
