using System.Globalization;

namespace MicroCred.Approval.Tests;

public sealed class RegisterStatisticsTests
{
    private static readonly RegisterEntry Entry = AnEntry.Of(AnApplication.WithoutFault);
    private static readonly DateOnly Day = new(2100, 1, 1);

    [Fact]
    public void Table_One_of_June_2022_comes_out_as_NZQA_printed_it()
    {
        var printed = PaperTable.Read("table-one.csv");
        var statistics = RegisterStatistics.Of(
            printed.Cells.Select(cell =>
                Entry with
                {
                    Developer = Providers.Mito with
                    {
                        Type = Enum.GetValues<ProviderType>().Single(type => ProviderTypes.Name(type) == cell.Row),
                    },
                    Level = Level.Create(int.Parse(cell.Column.AsSpan(1), CultureInfo.InvariantCulture)),
                }
            ),
            Day
        );
        Assert.Equal(printed.Lines, statistics.LevelByProviderType.Select(row => PaperTable.Line(row.ProviderType, row.Levels, row.Total)));
        Assert.Equal(249, statistics.LevelByProviderType[^1].Total);
    }

    [Fact]
    public void Table_Two_of_June_2022_comes_out_as_NZQA_printed_it()
    {
        var printed = PaperTable.Read("table-two.csv");
        var statistics = RegisterStatistics.Of(
            printed.Cells.Select(cell =>
                Entry with
                {
                    Nzsced = PaperTable.SubjectIn(cell.Row),
                    Credits = Credits.Create(int.Parse(cell.Column.Split('-')[1], CultureInfo.InvariantCulture)),
                }
            ),
            Day
        );
        Assert.Equal(printed.Lines, statistics.CreditsBySubject.Select(row => PaperTable.Line(row.Subject, row.Credits, row.Total)));
        Assert.Equal(249, statistics.CreditsBySubject[^1].Total);
    }

    [Theory]
    [InlineData(5, "5-10")]
    [InlineData(10, "5-10")]
    [InlineData(11, "11-20")]
    [InlineData(20, "11-20")]
    [InlineData(21, "21-30")]
    [InlineData(30, "21-30")]
    [InlineData(31, "31-40")]
    [InlineData(40, "31-40")]
    public void Credits_fall_in_bands(int credits, string band)
    {
        var total = Of(Entry with { Credits = Credits.Create(credits) }).CreditsBySubject[^1];
        Assert.Equal(["5-10", "11-20", "21-30", "31-40"], total.Credits.Keys);
        Assert.Equal(1, total.Credits[band]);
    }

    [Fact]
    public void Fewer_credits_than_the_paper_knew_have_a_column_of_their_own() =>
        Assert.Equal(1, Of(Entry with { Credits = Credits.Create(4) }).CreditsBySubject[^1].Credits["1-4"]);

    [Fact]
    public void An_entry_without_a_subject_has_a_row_of_its_own()
    {
        var rows = Of(Entry with { Nzsced = null }).CreditsBySubject;
        Assert.Equal(("Not stated", 1), (rows[^2].Subject, rows[^2].Total));
    }

    [Fact]
    public void Universities_own_and_what_is_discontinued_are_outside() =>
        Assert.Equal(
            0,
            Total([
                Entry with
                {
                    Developer = Providers.Vuw,
                },
                Entry with
                {
                    Status = RegisterStatus.Discontinued,
                },
                Entry with
                {
                    Status = RegisterStatus.ListedByMistake,
                },
            ])
        );

    [Fact]
    public void Another_type_of_provider_gets_a_row_when_it_has_an_entry()
    {
        var rows = Of(Entry with { Developer = Providers.Mito with { Type = ProviderType.IndustrySkillsBoard } });
        Assert.Equal(("Industry Skills Board", 1), (rows.LevelByProviderType[^2].ProviderType, rows.LevelByProviderType[^2].Total));
    }

    [Fact]
    public void As_at_a_day_only_what_was_approved_by_then_counts()
    {
        Assert.Equal(1, Total([Entry], Entry.ApprovedOn));
        Assert.Equal(0, Total([Entry], Entry.ApprovedOn.AddDays(-1)));
    }

    [Fact]
    public void Approvals_are_counted_by_the_month_of_the_decision() =>
        Assert.Equal(
            [("2025-03", 1), ("2026-11", 2)],
            Of(ApprovedOn(2026, 11, 30), ApprovedOn(2025, 3, 1), ApprovedOn(2026, 11, 1))
                .ApprovalsByMonth.Select(month => (month.Month, month.Entries))
        );

    [Fact]
    public void Every_use_case_has_a_row_and_entries_without_one_where_there_are_any()
    {
        var pathway = Entry with { UseCase = UseCase.Pathway };
        UseCaseRow[] rows = [new(UseCase.Pathway, 1), new(UseCase.Upskilling, 0), new(UseCase.EmergingNeed, 0)];

        Assert.Equal(rows, Of(pathway).UseCases);
        Assert.Equal([.. rows, new(null, 1)], Of(pathway, Entry with { UseCase = null }).UseCases);
    }

    [Fact]
    public void Providers_come_by_their_number_of_entries_each_with_its_share_in_those_of_its_type()
    {
        var rival = Providers.Mito with { Number = ProviderNumber.Parse("9801"), Name = "Another" };
        var statistics = Of(
            Entry with
            {
                Developer = rival,
            },
            Entry,
            Entry,
            Entry,
            Entry with
            {
                Developer = Providers.Stratcom,
            },
            Entry with
            {
                Developer = Providers.Vuw,
            }
        );

        Assert.Equal(
            [
                new(Providers.Mito.Number, Providers.Mito.Name, Providers.Mito.Type, 3, 0.75),
                new ProviderRow(Providers.Stratcom.Number, Providers.Stratcom.Name, Providers.Stratcom.Type, 1, 1),
                new(rival.Number, "Another", Providers.Mito.Type, 1, 0.25),
            ],
            statistics.Providers
        );
        Assert.Equal(statistics.LevelByProviderType[^1].Total, statistics.Providers.Sum(provider => provider.Entries));
    }

    [Fact]
    public void A_provider_is_named_as_in_its_latest_entry()
    {
        var renamed = Entry with
        {
            Developer = Providers.Mito with { Name = "MITO New Zealand" },
            ApprovedOn = Entry.ApprovedOn.AddDays(1),
        };
        Assert.Equal(("MITO New Zealand", 2), Of(renamed, Entry).Providers.Select(provider => (provider.Name, provider.Entries)).Single());
    }

    [Fact]
    public void What_TEC_may_fund_is_counted_by_fund_and_month_universities_own_among_it()
    {
        RegisterFunding eligible = new(FundingOutcome.Eligible, Fund.Dq3To7, 0.1667m);

        var funded = Of(
            ApprovedOn(2026, 2, 3) with
            {
                Funding = eligible,
            },
            ApprovedOn(2026, 3, 9) with
            {
                Funding = eligible,
            },
            ApprovedOn(2026, 3, 9) with
            {
                Funding = eligible with { Outcome = FundingOutcome.Referred },
            },
            ApprovedOn(2026, 3, 9) with
            {
                Funding = null,
            },
            ApprovedOn(2026, 2, 3) with
            {
                Developer = Providers.Vuw,
                Funding = eligible with { Fund = Fund.Dq7To10 },
            }
        ).Funded;

        Assert.Equal([(Fund.Dq3To7, 2), (Fund.Dq7To10, 1)], funded.Select(row => (row.Fund, row.Entries)));
        Assert.Equal([("2026-02", 1), ("2026-03", 1)], funded[0].ByMonth.Select(month => (month.Month, month.Entries)));
    }

    [Fact]
    public void Universities_own_are_counted_apart_by_level()
    {
        var statistics = Of(Entry with { Developer = Providers.Vuw, Level = Level.Create(7) }, Entry);

        Assert.Equal(1, statistics.Universities.Entries);
        Assert.Equal([("L7", 1)], statistics.Universities.Levels.Where(level => level.Value > 0).Select(level => (level.Key, level.Value)));
        Assert.Equal(1, statistics.LevelByProviderType[^1].Total);
    }

    private static RegisterEntry ApprovedOn(int year, int month, int day) => Entry with { ApprovedOn = new(year, month, day) };

    private static RegisterStatistics Of(params RegisterEntry[] entries) => RegisterStatistics.Of(entries, Day);

    private static int Total(IEnumerable<RegisterEntry> entries, DateOnly? asAt = null)
    {
        var statistics = RegisterStatistics.Of(entries, asAt ?? Day);
        Assert.Equal(statistics.LevelByProviderType[^1].Total, statistics.CreditsBySubject[^1].Total);
        return statistics.LevelByProviderType[^1].Total;
    }
}
