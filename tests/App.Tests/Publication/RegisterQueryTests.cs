using MicroCred.App.Register;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Publication;

public sealed class RegisterQueryTests
{
    private static readonly RegisterEntry Entry = RegisterEntry.From(
        AnApplication.WithoutFault.With(content => content with { Title = "Tīmata: ngā whāriki" }).Approved(),
        1,
        code: null
    );

    [Theory]
    [InlineData("timata", true)]
    [InlineData("TĪMATA", true)]
    [InlineData("t\u0069\u0304mata", true)]
    [InlineData("whariki", true)]
    [InlineData("wharika", false)]
    public void Words_are_found_with_their_macrons_or_without_composed_or_not_in_any_case(string word, bool isFound) =>
        Assert.Equal(isFound ? [Entry] : [], Query(10, after: null, word).Page([Entry]).Items);

    [Fact]
    public void The_best_match_comes_first_and_pages_follow_each_other()
    {
        string[] titles =
        [
            "Bread",
            "Wool handling of bread",
            "Handling wool",
            "Fine wool handling",
            "Wool handling at sea",
            "WOOL HANDLING",
            "Wool handling",
        ];
        RegisterEntry[] entries =
        [
            .. titles.Index().Select(title => Entry with { Number = title.Index + 1, Title = title.Item, Outcomes = ["Wool handling."] }),
        ];
        int[] best = [6, 7, 2, 5, 4, 3, 1];

        Assert.Equal(best, Query(10, after: null, "wool", "handling").Page(entries).Items.Select(entry => entry.Number));

        List<int> paged = [];
        RegisterPlace? after = null;
        do
        {
            var page = Query(2, after, "wool", "handling").Page(entries);
            paged.AddRange(page.Items.Select(entry => entry.Number));
            after = RegisterPlace.TryParse(page.Next, out var next) ? next : null;
        } while (after is not null);
        Assert.Equal(best, paged);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("1-")]
    [InlineData("-1-7")]
    [InlineData("a-7")]
    public void A_place_that_is_none_is_refused(string text) => Assert.False(RegisterPlace.TryParse(text, out _));

    private static RegisterQuery Query(int limit, RegisterPlace? after, params string[] words) =>
        new(words, null, null, null, null, after, limit);
}
