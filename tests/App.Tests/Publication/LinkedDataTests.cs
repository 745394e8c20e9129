using System.Text.Json.Nodes;
using MicroCred.App.Register;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

/// <summary>A register entry as linked data, with the minimum of content.</summary>
public sealed class LinkedDataTests
{
    private static readonly RegisterEntry Entry = AnEntry.Of(AnApplication.WithoutFault);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u200B\u2060")]
    [InlineData("\u2800")]
    public void A_standard_without_a_title_that_can_be_seen_goes_by_its_number(string? title) =>
        Assert.Equal("Standard 30477", TargetName(title));

    [Fact]
    public void A_standard_with_a_title_goes_by_it() => Assert.Equal("Use tools", TargetName("Use tools"));

    [Fact]
    public void What_an_entry_lacks_is_left_out()
    {
        var all = Document(Entry);
        var less = Document(Entry with { Code = null, Nzsced = null });

        Assert.Equal(["fieldOfStudy", "humanCode"], all.Select(term => term.Key).Except(less.Select(term => term.Key)).Order());
    }

    [Fact]
    public void Nothing_in_it_is_null()
    {
        var bare = Entry with
        {
            Code = null,
            Nzsced = null,
            UseCase = null,
            LastEnrolment = null,
            LastAchievement = null,
            Funding = null,
            Standards = [new(30477), new(Title: "Use tools")],
        };

        Assert.DoesNotContain("null", Text(bare), StringComparison.Ordinal);
    }

    private static string? TargetName(string? title) =>
        (string?)Document(Entry with { Standards = [new(30477, 1, title, 3, 8)] })["alignment"]![0]!["targetName"];

    private static JsonObject Document(RegisterEntry entry) => JsonNode.Parse(Text(entry))!.AsObject();

    private static string Text(RegisterEntry entry) => LinkedData.Document(entry, "https://microcred.example/register/1").ToString();
}
