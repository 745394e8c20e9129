namespace MicroCred.Approval.Tests;

public sealed class TextFaultsTests
{
    [Theory]
    [InlineData("nul\0", "U+0000")]
    [InlineData("bell\a", "U+0007")]
    [InlineData("next line\u0085", "U+0085")]
    [InlineData("\u202Eesrever", "U+202E")]
    [InlineData("\u2066isolate", "U+2066")]
    [InlineData("\uFFFE", "U+FFFE")]
    public void A_character_that_no_text_has_is_named_with_its_field(string purpose, string character)
    {
        var fault = Assert.Single(In(content => content with { Purpose = purpose }));
        Assert.Equal(("TEXT01", "microCredential.purpose"), (fault.Rule, fault.Field));
        Assert.Contains(character, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_named() =>
        Assert.All(["high \ud83d", "low \udc4d", "\udc4d\ud83d", "\ud83d\ud83d\udc4d"], title =>
            Assert.Contains(
                "half a character",
                Assert.Single(In(content => content with { Title = title })).Message,
                StringComparison.Ordinal
            )
        );

    [Fact]
    public void Lines_may_break_in_a_long_text_and_not_in_a_title()
    {
        Assert.Empty(In(content => content with { Purpose = "One.\r\n\tTwo." }));
        Assert.Equal("microCredential.title", Assert.Single(In(content => content with { Title = "One\nTwo" })).Field);
    }

    [Theory]
    [InlineData(200, 201)]
    public void A_title_has_a_length(int most, int tooMany)
    {
        Assert.Empty(In(content => content with { Title = new('ā', most) }));
        Assert.Contains("200", Assert.Single(In(content => content with { Title = new('ā', tooMany) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_have_a_sentence_a_long_text_and_a_list()
    {
        Assert.Empty(
            In(content =>
                content with
                {
                    Outcomes = [new('x', 1000)],
                    Purpose = new('x', 20_000),
                    Standards = [.. new StandardContent[100]],
                }
            )
        );
        Assert.Equal(
            ["microCredential.purpose", "microCredential.outcomes[1]", "microCredential.standards"],
            In(content =>
                    content with
                    {
                        Outcomes = ["x", new('x', 1001)],
                        Purpose = new('x', 20_001),
                        Standards = [.. new StandardContent[101]],
                    }
                )
                .Select(fault => fault.Field)
        );
    }

    [Fact]
    public void Of_very_many_only_the_first_are_named() =>
        Assert.Equal(20, In(content => content with { Outcomes = [.. Enumerable.Repeat("\0", 100)] }).Count);

    [Fact]
    public void Ordinary_content_has_none() => Assert.Empty(TextFaults.In(AnApplication.WithoutFault.AskingForFunding().Urgent().Content));

    private static IReadOnlyList<Finding> In(Func<MicroCredentialContent, MicroCredentialContent> change) =>
        TextFaults.In(AnApplication.WithoutFault.With(change).Content);
}
