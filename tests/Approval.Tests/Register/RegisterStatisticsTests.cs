using System.Globalization;

namespace MicroCred.Approval.Tests;

public sealed class RegisterStatisticsTests
{
    private static readonly RegisterEntry Entry = AnEntry.Of(AnApplication.WithoutFault);

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
            )
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
            )
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
        var total = RegisterStatistics.Of([Entry with { Credits = Credits.Create(credits) }]).CreditsBySubject[^1];
        Assert.Equal(["5-10", "11-20", "21-30", "31-40"], total.Credits.Keys);
        Assert.Equal(1, total.Credits[band]);
    }

    [Fact]
    public void Fewer_credits_than_the_paper_knew_have_a_column_of_their_own() =>
        Assert.Equal(1, RegisterStatistics.Of([Entry with { Credits = Credits.Create(4) }]).CreditsBySubject[^1].Credits["1-4"]);

    [Fact]
    public void An_entry_without_a_subject_has_a_row_of_its_own()
    {
        var rows = RegisterStatistics.Of([Entry with { Nzsced = null }]).CreditsBySubject;
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
        var rows = RegisterStatistics.Of([Entry with { Developer = Providers.Mito with { Type = ProviderType.IndustrySkillsBoard } }]);
        Assert.Equal(("Industry Skills Board", 1), (rows.LevelByProviderType[^2].ProviderType, rows.LevelByProviderType[^2].Total));
    }

    [Fact]
    public void As_at_a_day_only_what_was_approved_by_then_counts()
    {
        Assert.Equal(1, Total([Entry], Entry.ApprovedOn));
        Assert.Equal(0, Total([Entry], Entry.ApprovedOn.AddDays(-1)));
    }

    private static int Total(IEnumerable<RegisterEntry> entries, DateOnly? asAt = null)
    {
        var statistics = RegisterStatistics.Of(entries, asAt);
        Assert.Equal(statistics.LevelByProviderType[^1].Total, statistics.CreditsBySubject[^1].Total);
        return statistics.LevelByProviderType[^1].Total;
    }
}
