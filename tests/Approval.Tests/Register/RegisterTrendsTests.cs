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

    [Fact]
    public void What_TEC_may_fund_is_counted_by_fund_and_month_universities_own_among_it()
    {
        RegisterFunding eligible = new(FundingOutcome.Eligible, Fund.Dq3To7, 0.1667m);
        var ofAUniversity = ApprovedOn(2026, 2, 3) with { Developer = Providers.Vuw, Funding = eligible with { Fund = Fund.Dq7To10 } };

        var trends = RegisterTrends.Of([
            ApprovedOn(2026, 2, 3) with
            {
                Funding = eligible,
            },
            ApprovedOn(2026, 2, 9) with
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
            ofAUniversity,
        ]);

        Assert.Equal([new(Fund.Dq3To7, 2026, 2, 2), new(Fund.Dq7To10, 2026, 2, 1)], trends.FundedByMonth);
    }

    private static RegisterEntry ApprovedOn(int year, int month, int day) => Entry with { ApprovedOn = new(year, month, day) };
}
