namespace MicroCred.Approval.Tests;

public sealed class RegisterTrendsTests
{
    private static readonly RegisterEntry Entry = AnEntry.Of(AnApplication.WithoutFault);

    [Fact]
    public void Approvals_are_counted_by_the_month_of_the_decision()
    {
        var trends = RegisterTrends.Of([ApprovedOn(2026, 11, 30), ApprovedOn(2025, 3, 1), ApprovedOn(2026, 11, 1)]);
        Assert.Equal([new(2025, 3, 1), new(2026, 11, 2)], trends.ApprovalsByMonth);
    }

    [Fact]
    public void What_was_approved_after_the_day_isnt_counted() =>
        Assert.Equal(
            [new(2025, 3, 1)],
            RegisterTrends.Of([ApprovedOn(2025, 3, 1), ApprovedOn(2025, 3, 2)], new DateOnly(2025, 3, 1)).ApprovalsByMonth
        );

    [Fact]
    public void Every_use_case_has_a_row_and_entries_without_one_where_there_are_any()
    {
        var pathway = Entry with { UseCase = UseCase.Pathway };
        UseCaseRow[] rows = [new(UseCase.Pathway, 1), new(UseCase.Upskilling, 0), new(UseCase.EmergingNeed, 0)];

        Assert.Equal(rows, RegisterTrends.Of([pathway]).UseCases);
        Assert.Equal([.. rows, new(null, 1)], RegisterTrends.Of([pathway, Entry with { UseCase = null }]).UseCases);
    }

    [Fact]
    public void The_entries_are_those_of_Tables_One_and_Two() =>
        Assert.Empty(RegisterTrends.Of([Entry with { Status = RegisterStatus.Discontinued }]).ApprovalsByMonth);

    private static RegisterEntry ApprovedOn(int year, int month, int day) => Entry with { ApprovedOn = new(year, month, day) };
}
