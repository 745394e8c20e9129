using static MicroCred.Approval.FundingTestOutcome;

namespace MicroCred.Approval.Tests;

public sealed class FundingTestsTests
{
    private static readonly AnApplication Asking = AnApplication.WithoutFault.AskingForFunding();

    public sealed class FUND01_approval
    {
        [Fact]
        public void Waits_for_the_decision() => Assert.Equal(NotApplicable, Result(null));

        [Fact]
        public void Passes_when_NZQA_approved() => Assert.Equal(Passed, Result(Asking.Approved().Decision));

        [Fact]
        public void Passes_when_the_university_approved() =>
            Assert.Equal(
                Passed,
                Result(AnApplication.ByAUniversity.Validated().ApproveByUniversity(Moments.Monday).Application().Decision)
            );

        [Fact]
        public void Fails_when_it_was_declined() => Assert.Equal(Failed, Result(Asking.Declined().Decision));

        private static FundingTestOutcome Result(Decision? decision) => Asking.Draft().Assessment(decision).Result("FUND01");
    }

    public sealed class FUND02_degree_level
    {
        [Theory]
        [InlineData(7, null, Referred)]
        [InlineData(7, true, Passed)]
        [InlineData(7, false, Passed)]
        [InlineData(6, null, NotApplicable)]
        [InlineData(8, null, NotApplicable)]
        public void Refers_level_7_that_does_not_say(int level, bool? degreeLevel, FundingTestOutcome result) =>
            Assert.Equal(result, At(level, degreeLevel).Assessment().Result("FUND02"));
    }

    public sealed class FUND03_fund
    {
        [Theory]
        [InlineData(1, null, Fund.Dq1To2)]
        [InlineData(2, null, Fund.Dq1To2)]
        [InlineData(3, null, Fund.Dq3To7)]
        [InlineData(6, null, Fund.Dq3To7)]
        [InlineData(7, false, Fund.Dq3To7)]
        [InlineData(7, true, Fund.Dq7To10)]
        [InlineData(8, null, Fund.Dq7To10)]
        [InlineData(10, null, Fund.Dq7To10)]
        public void Passes_in_the_levels_fund_and_fails_without_it(int level, bool? degreeLevel, Fund fund)
        {
            var application = At(level, degreeLevel);
            Assert.Equal(fund, application.Assessment().Fund);
            var others = Enum.GetValues<Fund>().Where(other => other != fund);
            Assert.Equal(Passed, With(Providers.Held(fund)));
            Assert.Equal(Failed, With(Providers.Held(others)));
            Assert.Equal(Passed, With([new(fund, 2019, 2026)]));
            Assert.Equal(Failed, With([new(fund, 2019, 2025)]));
            Assert.Equal(Failed, With([new(fund, 2027)]));

            FundingTestOutcome With(IReadOnlyList<HeldFund> held) =>
                FundingRules.Assess(application.Draft().Case(decision: null) with { Held = held }).Result("FUND03");
        }

        [Theory]
        [InlineData(7)]
        [InlineData(null)]
        [InlineData(11)]
        public void Waits_where_the_level_does_not_settle_the_fund(int? level) =>
            Assert.Equal(NotApplicable, At(level, null).Assessment().Result("FUND03"));
    }

    public sealed class FUND04_need
    {
        [Theory]
        [InlineData(StakeholderKind.Industry, StakeholderView.Supports, Passed)]
        [InlineData(StakeholderKind.Employer, StakeholderView.Supports, Passed)]
        [InlineData(StakeholderKind.Community, StakeholderView.Supports, Passed)]
        [InlineData(StakeholderKind.Iwi, StakeholderView.Supports, Passed)]
        [InlineData(StakeholderKind.Learner, StakeholderView.Supports, Referred)]
        [InlineData(StakeholderKind.Government, StakeholderView.Supports, Referred)]
        [InlineData(StakeholderKind.Industry, StakeholderView.Neutral, Referred)]
        [InlineData(StakeholderKind.Industry, StakeholderView.Opposes, Referred)]
        public void Passes_when_an_industry_employer_or_community_supports_it(
            StakeholderKind kind,
            StakeholderView view,
            FundingTestOutcome result
        ) =>
            Assert.Equal(
                result,
                Asking.Needed("Stated.", new StakeholderContent("Somebody", kind, view, "Said so.")).Assessment().Result("FUND04")
            );

        [Theory]
        [InlineData(StakeholderView.Supports, "Ministry of Health", Passed)]
        [InlineData(StakeholderView.Opposes, "Ministry of Health", Referred)]
        [InlineData(StakeholderView.Supports, " ", Referred)]
        public void Counts_a_government_that_commissions_it(StakeholderView view, string commissionedBy, FundingTestOutcome result) =>
            Assert.Equal(
                result,
                Asking
                    .Needed("Stated.", new StakeholderContent("Ministry of Health", StakeholderKind.Government, view, "Said so."))
                    .WithAll(content => content with { CommissionedBy = commissionedBy })
                    .Assessment()
                    .Result("FUND04")
            );

        [Fact]
        public void Refers_a_need_that_is_not_stated() =>
            Assert.Equal(Referred, Asking.Needed("", [.. Asking.Content.Need!.Stakeholders!]).Assessment().Result("FUND04"));
    }

    [Theory]
    [InlineData("Starters in workshops.", Passed)]
    [InlineData(" ", Referred)]
    [InlineData(null, Referred)]
    public void FUND05_refers_employment_outcomes_that_are_not_stated(string? outcomes, FundingTestOutcome result) =>
        Assert.Equal(result, Funding(funding => funding with { EmploymentOutcomes = outcomes }).Result("FUND05"));

    [Theory]
    [InlineData(2, null, false, Passed)]
    [InlineData(2, null, true, Failed)]
    [InlineData(2, null, null, Referred)]
    [InlineData(3, null, true, Failed)]
    [InlineData(7, false, true, Failed)]
    [InlineData(7, null, true, Referred)]
    [InlineData(7, null, false, Passed)]
    [InlineData(7, true, true, NotApplicable)]
    [InlineData(9, null, true, NotApplicable)]
    public void FUND06_fails_compliance_learning_below_DQ7_10(int level, bool? degreeLevel, bool? compliance, FundingTestOutcome result) =>
        Assert.Equal(
            result,
            At(level, degreeLevel)
                .AskingForFunding(funding => funding with { RegulatoryCompliance = compliance })
                .Assessment()
                .Result("FUND06")
        );

    [Theory]
    [InlineData(false, Passed)]
    [InlineData(true, Failed)]
    [InlineData(null, Referred)]
    public void FUND07_fails_post_entry_learning_of_health_professionals(bool? postEntry, FundingTestOutcome result) =>
        Assert.Equal(result, Funding(funding => funding with { PostEntryHealthProfessional = postEntry }).Result("FUND07"));

    public sealed class FUND08_fee
    {
        private static readonly AnApplication NotWorkBased = Asking.By(Providers.Stratcom);

        [Theory]
        [InlineData("64.00", Passed)]
        [InlineData("64.01", Referred)]
        [InlineData("0", Passed)]
        [InlineData(null, Referred)]
        public void Refers_a_fee_over_the_cap_or_none_stated(string? fee, FundingTestOutcome result) =>
            Assert.Equal(result, Fee(NotWorkBased, fee).Assessment().Result("FUND08"));

        [Theory]
        [InlineData("60.00", Passed)]
        [InlineData("60.01", Referred)]
        public void Takes_another_cap_from_the_settings(string fee, FundingTestOutcome result) =>
            Assert.Equal(
                result,
                Fee(NotWorkBased, fee).Assessment(new() { FeeCaps = [new() { From = new(2026, 1, 1), PerCredit = 60m }] }).Result("FUND08")
            );

        [Theory]
        [InlineData(2020, 12, 31, "500", NotApplicable)]
        [InlineData(2021, 1, 1, "60.01", Referred)]
        [InlineData(2024, 12, 31, "60.01", Referred)]
        [InlineData(2024, 12, 31, "60", Passed)]
        [InlineData(2025, 1, 1, "60.01", Passed)]
        [InlineData(2025, 1, 1, "64.01", Referred)]
        public void Is_held_to_the_cap_of_the_day(int year, int month, int day, string fee, FundingTestOutcome result) =>
            Assert.Equal(
                result,
                FundingRules
                    .Assess(Fee(NotWorkBased, fee).Draft().Case(decision: null) with { On = new(year, month, day) })
                    .Result("FUND08")
            );

        [Theory]
        [InlineData("64.01", "$64.01 is over $64.00; an exception needs evidence.")]
        [InlineData("64.004", "$64.004 is over $64.00; an exception needs evidence.")]
        [InlineData("64.00004", "$64.00004 is over $64.00; an exception needs evidence.")]
        [InlineData("64.00000000000000000000000001", "$64.00000000000000000000000001 is over $64.00; an exception needs evidence.")]
        [InlineData("63.999", "$63.999 isn't over $64.00.")]
        [InlineData("60", "$60.00 isn't over $64.00.")]
        public void Names_the_fee_as_it_was_given(string fee, string reason) =>
            Assert.Equal(reason, Fee(NotWorkBased, fee).Assessment().Tests.Single(test => test.Test == "FUND08").Reason);

        [Fact]
        public void Does_not_concern_a_work_based_provider_that_delivers_at_work_among_others() =>
            Assert.Equal(NotApplicable, Fee(Asking.By(Providers.Mito), "500").Assessment().Result("FUND08"));

        [Theory]
        [InlineData(new[] { DeliveryMode.Workplace }, NotApplicable)]
        [InlineData(new[] { DeliveryMode.Workplace, DeliveryMode.Online }, Referred)]
        [InlineData(new DeliveryMode[0], Referred)]
        public void Does_not_concern_others_who_deliver_at_work_only(DeliveryMode[] modes, FundingTestOutcome result) =>
            Assert.Equal(
                result,
                Fee(NotWorkBased, "500").With(content => content with { DeliveryModes = modes }).Assessment().Result("FUND08")
            );

        [Fact]
        public void Concerns_a_work_based_provider_that_delivers_online_only() =>
            Assert.Equal(
                Referred,
                Fee(Asking, "500").With(content => content with { DeliveryModes = [DeliveryMode.Online] }).Assessment().Result("FUND08")
            );

        private static AnApplication Fee(AnApplication application, string? fee) =>
            application.AskingForFunding(funding =>
                funding with
                {
                    FeePerCredit = fee is null ? null : decimal.Parse(fee, System.Globalization.CultureInfo.InvariantCulture),
                }
            );
    }

    [Theory]
    [InlineData(null, NotApplicable)]
    [InlineData(20, Passed)]
    [InlineData(21, Failed)]
    public void FUND09_fails_fewer_credits_than_are_funded_where_that_is_set(int? least, FundingTestOutcome result) =>
        Assert.Equal(result, Asking.Assessment(new() { MinimumCredits = least }).Result("FUND09"));

    private static FundingAssessment Funding(Func<FundingContent, FundingContent> change) =>
        AnApplication.WithoutFault.AskingForFunding(change).Assessment();

    private static AnApplication At(int? level, bool? degreeLevel) =>
        Asking.With(content => content with { Level = level, DegreeLevel = degreeLevel });

    [Fact]
    public void A_check_leaves_out_each_test_whose_facts_are_not_there_yet_and_still_refers_it()
    {
        var silent = AnApplication
            .WithoutFault.By(Providers.Stratcom)
            .With(content => content with { Level = 7, DegreeLevel = null })
            .WithAll(content => content with { Need = null, Funding = new(Requested: true) })
            .Draft();

        var check = FundingRules.Check(silent.Case(decision: null));

        Assert.Equal(["FUND03", "FUND09"], check.Tests.Select(test => test.Test));
        Assert.Equal(FundingOutcome.Referred, check.Outcome);
    }

    [Fact]
    public void A_check_shows_every_test_whose_facts_are_there()
    {
        var check = FundingRules.Check(Asking.Draft().Case(decision: null));

        Assert.Equal(FundingTests.All.Select(test => test.Id).Except(["FUND01"]), check.Tests.Select(test => test.Test));
    }
}
