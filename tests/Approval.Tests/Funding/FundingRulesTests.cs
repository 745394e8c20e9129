namespace MicroCred.Approval.Tests;

public sealed class FundingRulesTests
{
    [Fact]
    public void An_application_with_nothing_against_it_is_eligible_in_its_levels_fund()
    {
        var assessment = AnApplication.WithoutFault.AskingForFunding().Assessment();
        Assert.Equal((FundingOutcome.Eligible, Fund.Dq3To7, 0.1667m), (assessment.Outcome, assessment.Fund, assessment.Efts));
    }

    [Fact]
    public void Every_test_has_an_id_of_its_own_and_gives_a_reason()
    {
        Assert.Equal(FundingTests.All.Count, FundingTests.All.Select(test => test.Id).Distinct().Count());
        Assert.All(AnApplication.WithoutFault.AskingForFunding().Assessment().Tests, result =>
            Assert.EndsWith(".", result.Reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_failed_test_outweighs_a_referred_one()
    {
        var both = AnApplication.WithoutFault.AskingForFunding(funding =>
            funding with
            {
                PostEntryHealthProfessional = true,
                EmploymentOutcomes = null,
            }
        );
        Assert.Equal(FundingOutcome.Ineligible, both.Assessment().Outcome);
    }

    [Fact]
    public void A_referred_test_outweighs_those_that_passed() =>
        Assert.Equal(
            FundingOutcome.Referred,
            AnApplication.WithoutFault.AskingForFunding(funding => funding with { EmploymentOutcomes = null }).Assessment().Outcome
        );

    [Fact]
    public void An_empty_draft_is_referred_and_no_exception()
    {
        var assessment = new AnApplication(Providers.Mito, new(ApplicationType.ListingApproval), []).Assessment();
        Assert.Equal((FundingOutcome.Referred, null, 0m), (assessment.Outcome, assessment.Fund, assessment.Efts));
    }
}
