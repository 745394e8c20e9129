namespace MicroCred.Approval.Tests;

public sealed class RegisterSearchTests
{
    private static readonly RegisterEntry Entry = AnEntry.Of(AnApplication.WithoutFault) with
    {
        Title = "Tīmata: ngā whāriki",
        Outcomes = ["Weave a basket.", "Read the bread."],
        Standards = [new(90101, 2, "Prepare harakeke", 2, 4)],
        Code = ReportingCode.Parse("5056"),
    };

    [Theory]
    [InlineData("timata")]
    [InlineData("TĪMATA")]
    [InlineData("t\u0069\u0304mata")]
    [InlineData("whariki")]
    [InlineData("ｗhāriki")]
    [InlineData("basket weave")]
    [InlineData("harakeke")]
    [InlineData("90101")]
    [InlineData("5056")]
    [InlineData("mito")]
    [InlineData("9001")]
    [InlineData("what was typed so far: whar")]
    public void Words_of_the_title_outcomes_standards_and_provider_are_found_with_their_macrons_or_without(string words) =>
        Assert.Single(Find(words.Replace("what was typed so far: ", "", StringComparison.Ordinal), Entry));

    [Theory]
    [InlineData("whatiki", "a letter wrong")]
    [InlineData("xhariki", "the first letter wrong")]
    [InlineData("whaiki", "a letter missing")]
    [InlineData("hariki", "the first letter missing")]
    [InlineData("whaariki", "a letter too many")]
    [InlineData("wharikki", "a letter too many")]
    [InlineData("whairki", "two letters swapped")]
    [InlineData("hwariki", "the first two letters swapped")]
    [InlineData("bred", "a letter missing from five")]
    [InlineData("raed the bread", "not in a short word")]
    public void A_slip_is_forgiven_in_a_word_of_five_letters(string words, string slip) =>
        Assert.Equal(slip == "not in a short word" ? 0 : 1, Find(words, Entry).Count);

    [Theory]
    [InlineData("wharixi weave basket sea")]
    [InlineData("whxrixi")]
    [InlineData("90102")]
    [InlineData("5065")]
    [InlineData("?!")]
    public void Two_slips_another_number_and_words_that_it_lacks_are_not(string words) => Assert.Empty(Find(words, Entry));

    [Fact]
    public void The_best_match_comes_first_and_pages_follow_each_other()
    {
        var search = Of([
            .. Titled(
                "Bread",
                "Wool handling of bread",
                "Handling wool",
                "Fine wool handling",
                "Wool handling at sea",
                "WOOL HANDLING",
                "Wool handling",
                "Wool handlings",
                "Wool hadnling"
            ),
        ]);
        int[] best = [6, 7, 2, 5, 4, 3, 1, 8, 9];

        var whole = search.Find(Query(10, after: null, "wool", "handling"));
        Assert.Equal(best, whole.Entries.Select(entry => entry.Number));
        Assert.Equal((9, null), (whole.Total, whole.Next));

        List<int> paged = [];
        RegisterPlace? after = null;
        do
        {
            var page = search.Find(Query(2, after, "wool", "handling"));
            paged.AddRange(page.Entries.Select(entry => entry.Number));
            Assert.Equal(9, page.Total);
            after = RegisterPlace.TryParse(page.Next?.ToString(), out var next) ? next : null;
        } while (after is not null);
        Assert.Equal(best, paged);
    }

    [Fact]
    public void A_page_goes_on_where_the_last_one_ended_though_entries_came_meanwhile()
    {
        var search = Of([.. Titled("Wool", "Wool and fibre", "Fibre and wool")]);
        var first = search.Find(Query(2, after: null, "wool"));
        search.Add(Entry with { Number = 7, Title = "Wool", Outcomes = [] });

        Assert.Equal([3], search.Find(Query(2, first.Next, "wool")).Entries.Select(entry => entry.Number));
    }

    [Fact]
    public void A_reporting_code_comes_before_whatever_else_has_the_number() =>
        Assert.Equal(
            [2, 1],
            Of([Entry with { Title = "5057", Code = null }, Entry with { Number = 2, Code = ReportingCode.Parse("5057") }])
                .Find(Query(10, after: null, "5057"))
                .Entries.Select(entry => entry.Number)
        );

    [Fact]
    public void An_entry_that_changed_is_found_by_its_new_words_alone()
    {
        var search = Of([Entry]);
        search.Add(Entry with { Title = "Weaving", Outcomes = ["Read the bread."] });

        Assert.Empty(search.Find(Query(10, after: null, "whariki")).Entries);
        Assert.Empty(search.Find(Query(10, after: null, "basket")).Entries);
        Assert.Equal("Weaving", Assert.Single(search.Find(Query(10, after: null, "weaving", "bread")).Entries).Title);
        Assert.Equal(1, search.Find(Query(10, after: null)).Total);
    }

    public static TheoryData<RegisterQuery, bool> Narrowed { get; } =
        new()
        {
            { Any with { Level = Entry.Level }, true },
            { Any with { Level = Level.Create(9) }, false },
            { Any with { Subject = Entry.Nzsced!.ToString()![..2] }, true },
            { Any with { Subject = Entry.Nzsced!.ToString() }, true },
            { Any with { Subject = "99" }, false },
            { Any with { Credits = CreditBand.All.Single(band => band.Holds(Entry)) }, true },
            { Any with { Credits = CreditBand.Small }, false },
            { Any with { ProviderType = Entry.Developer.Type }, true },
            { Any with { ProviderType = ProviderType.University }, false },
            { Any with { UseCase = Entry.UseCase }, true },
            { Any with { UseCase = UseCase.EmergingNeed }, false },
            { Any with { Funded = false }, true },
            { Any with { Funded = true }, false },
            { Any with { Status = RegisterStatus.Current }, true },
            { Any with { Status = RegisterStatus.ListedByMistake }, false },
        };

    [Theory]
    [MemberData(nameof(Narrowed))]
    public void A_search_is_narrowed_to_what_an_entry_is(RegisterQuery query, bool isFound)
    {
        var search = Of([Entry with { Funding = new(FundingOutcome.Referred, Fund.Dq3To7, 0.1m) }]);
        Assert.Equal(isFound ? 1 : 0, search.Find(query).Total);
        Assert.Equal(isFound ? 1 : 0, search.Find(query with { Words = ["basket"] }).Total);
    }

    [Fact]
    public void What_TEC_may_fund_is_what_is_eligible() =>
        Assert.Equal(
            1,
            Of([Entry with { Funding = new(FundingOutcome.Eligible, Fund.Dq3To7, 0.1m) }]).Find(Any with { Funded = true }).Total
        );

    [Fact]
    public void What_was_listed_by_mistake_is_found_only_as_that()
    {
        var search = Of([Entry with { Status = RegisterStatus.ListedByMistake }]);
        Assert.Equal(0, search.Find(Any).Total);
        Assert.Equal(1, search.Find(Any with { Status = RegisterStatus.ListedByMistake }).Total);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("1-")]
    [InlineData("-1-7")]
    [InlineData("a-7")]
    public void A_place_that_is_none_is_refused(string text) => Assert.False(RegisterPlace.TryParse(text, out _));

    private static RegisterQuery Any => new() { Limit = 10 };

    private static IReadOnlyList<RegisterEntry> Find(string words, RegisterEntry entry) =>
        Of([entry]).Find(Query(10, after: null, words.Split(' '))).Entries;

    private static IEnumerable<RegisterEntry> Titled(params string[] titles) =>
        titles
            .Index()
            .Select(title =>
                Entry with
                {
                    Number = title.Index + 1,
                    Title = title.Item,
                    Outcomes = title.Item == "Bread" ? ["Wool handling."] : [],
                    Code = null,
                }
            );

    private static RegisterSearch Of(IEnumerable<RegisterEntry> entries)
    {
        RegisterSearch search = new();
        foreach (var entry in entries)
        {
            search.Add(entry);
        }

        return search;
    }

    private static RegisterQuery Query(int limit, RegisterPlace? after, params string[] words) =>
        new()
        {
            Words = words,
            After = after,
            Limit = limit,
        };
}
