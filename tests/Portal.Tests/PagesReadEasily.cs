using AngleSharp.Html.Parser;

namespace MicroCred.Portal.Tests;

public sealed class PagesReadEasily
{
    private const double Most = 9;

    public static TheoryData<string> Pages => Samples.Names;

    [Theory, MemberData(nameof(Pages))]
    public async Task Its_text_takes_nine_years_of_school_at_most(string page)
    {
        var body = new HtmlParser().ParseDocument(await Samples.RenderAsync(page)).Body!;
        var grade = ReadingGrade.Of(body);
        Assert.True(grade <= Most, $"Grade {grade:0.0}:\n{string.Join('\n', ReadingGrade.SentencesIn(body))}");
    }

    [Theory]
    [InlineData("The cat sat on the mat.", -1.45)]
    [InlineData("Applications go to evaluators.", -2.23)]
    [InlineData("Institutional considerations necessitate deliberation.", 42)]
    public void The_formula_is_Flesch_and_Kincaids(string text, double grade) => Assert.Equal(grade, ReadingGrade.Of([text]), 0.5);

    [Fact]
    public void What_people_wrote_and_what_is_data_isnt_counted()
    {
        var html = new HtmlParser().ParseDocument(
            """<h1>A page</h1><p>By <bdi>Somebody</bdi>. It is short.</p><p dir="auto">Long words.</p><dl><dd><code>1.</code></dd></dl>"""
        );
        Assert.Equal(["By .", "It is short."], ReadingGrade.SentencesIn(html.Body!));
    }
}
