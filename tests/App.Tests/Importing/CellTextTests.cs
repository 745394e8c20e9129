using MicroCred.App.Importing;

namespace MicroCred.App.Tests.Importing;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+64", "'+64")]
    [InlineData("-5", "'-5")]
    [InlineData("@home", "'@home")]
    [InlineData("＝SUM", "'＝SUM")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'s morgens", "''s morgens")]
    [InlineData("''", "'''")]
    [InlineData("Tīmata", "Tīmata")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_change_gets_an_apostrophe_and_is_read_back_without_it(string content, string written)
    {
        Assert.Equal(written, CellText.Written(content));
        Assert.Equal(content, CellText.Content(written));
    }

    [Theory]
    [InlineData("'s morgens")]
    [InlineData("'")]
    public void An_apostrophe_that_guards_nothing_is_part_of_the_cell(string written) => Assert.Equal(written, CellText.Content(written));

    [Fact]
    public void A_list_comes_back_as_it_was_whatever_its_texts_hold()
    {
        string?[][] items =
        [
            [@"a;b|c\d", "line\nbreak", ""],
            [@"\n is no line break", "\r\n", "'="],
        ];

        Assert.Equal(items, CellText.Items(CellText.List(items))!.Select(item => item.ToArray()));
    }

    [Theory]
    [InlineData(@"ends with \")]
    [InlineData(@"\t")]
    public void A_backslash_before_nothing_of_its_own_makes_no_list(string list) => Assert.Null(CellText.Items(list));
}
