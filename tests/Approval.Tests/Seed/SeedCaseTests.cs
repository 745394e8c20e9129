namespace MicroCred.Approval.Tests;

/// <summary>All eight must be approved, with the funding results that a reader of the paper would expect.</summary>
public sealed class SeedCaseTests
{
    [Fact]
    public void StartUp_Ignition_is_valid_and_eligible_at_levels_1_and_2() =>
        AssertValidAndEligible(SeedCases.StartUpIgnition, Fund.Dq1To2, 0.1667m);

    [Fact]
    public void StartUp_Accelerate_in_automotive_engineering_is_valid_and_eligible_at_levels_3_to_7() =>
        AssertValidAndEligible(SeedCases.StartUpAccelerateEngineering, Fund.Dq3To7, 0.175m);

    [Fact]
    public void StartUp_Accelerate_in_collision_repair_is_valid_though_another_StartUp_is_registered()
    {
        AssertValidAndEligible(SeedCases.StartUpAccelerateCollision, Fund.Dq3To7, 0.175m);
        RegisterSearch search = new();
        search.Add(AnEntry.Of(SeedCases.StartUpAccelerateEngineering.WithAll(content => content with { Funding = null })));
        Assert.Empty(search.CloseTo(SeedCases.StartUpAccelerateCollision.Draft()));
    }

    [Fact]
    public void Digital_Skills_for_the_Workplace_is_valid_and_eligible_at_level_7_non_degree() =>
        AssertValidAndEligible(SeedCases.DigitalSkills, Fund.Dq3To7, 0.125m);

    [Fact]
    public void Digital_Skills_for_the_Workplace_is_referred_while_nobody_says_whether_it_is_degree_level()
    {
        var assessment = SeedCases.DigitalSkills.With(content => content with { DegreeLevel = null }).Assessment();
        Assert.Equal((FundingOutcome.Referred, FundingTestOutcome.Referred), (assessment.Outcome, assessment.Result("FUND02")));
    }

    [Fact]
    public void Preflight_Security_is_valid_with_a_warning_of_its_one_employer_and_eligible()
    {
        AssertValidAndEligible(SeedCases.PreflightSecurity, Fund.Dq3To7, 0.25m, "STAKE01");
        Assert.Equal(300, SeedCases.PreflightSecurity.Content.MicroCredential!.LearningHours);
    }

    [Fact]
    public void The_COVID_19_vaccination_is_valid_eligible_and_urgent()
    {
        AssertValidAndEligible(SeedCases.Vaccination, Fund.Dq3To7, 0.075m);
        var task = SeedCases.Vaccination.InReview().Tasks.Single();
        Assert.Equal((true, WorkingDays.Deadline(Moments.Monday, 5)), (task.Urgent, task.Due));
    }

    [Fact]
    public void Digital_Accessibility_is_valid_eligible_and_approved_by_its_university()
    {
        AssertValidAndEligible(SeedCases.DigitalAccessibility, Fund.Dq7To10, 0.0417m);
        AssertPublishedWithoutEvaluation(SeedCases.DigitalAccessibility);
    }

    [Fact]
    public void The_courses_for_teachers_are_valid_eligible_and_approved_by_their_university()
    {
        AssertValidAndEligible(SeedCases.LeadingTeachers, Fund.Dq7To10, 0.0417m);
        AssertPublishedWithoutEvaluation(SeedCases.LeadingTeachers);
    }

    private static void AssertValidAndEligible(AnApplication seedCase, Fund fund, decimal efts, params string[] warnings)
    {
        var findings = seedCase.Findings();
        Assert.Equal(warnings, findings.Select(finding => finding.Rule));
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
        var assessment = seedCase.Assessment();
        Assert.Equal((FundingOutcome.Eligible, fund, efts), (assessment.Outcome, assessment.Fund, assessment.Efts));
    }

    private static void AssertPublishedWithoutEvaluation(AnApplication seedCase)
    {
        var approved = seedCase.Validated().ApproveByUniversity(Moments.Monday).Application();
        var assessment = approved.Assessment(approved.Decision);
        var published = approved
            .AssessFunding(assessment, null, new(), Moments.Monday)
            .Application()
            .Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday)
            .Application();
        Assert.Equal((ApplicationStatus.Published, 0), (published.Status, published.Tasks.Count));
    }
}
