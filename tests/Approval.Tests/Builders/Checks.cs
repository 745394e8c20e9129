namespace MicroCred.Approval.Tests;

/// <summary>Runs validation and the funding rules on an application.</summary>
internal static class Checks
{
    public static RuleEdition Edition2018 { get; } = RuleEditions.Find("2018")!;

    public static RuleEdition Edition2026 { get; } = RuleEditions.Find("2026")!;

    public static IReadOnlyList<Finding> Findings(
        this AnApplication application,
        RuleEdition? edition = null,
        RegisterContext? register = null
    ) => application.Draft().Findings(edition, register);

    public static IReadOnlyList<Finding> Findings(
        this Application application,
        RuleEdition? edition = null,
        RegisterContext? register = null
    ) => Validator.Run(new(application, edition ?? Edition2018, register ?? RegisterContext.Nothing));

    /// <summary>Asserts that the only finding is by this rule.</summary>
    public static void AssertBreaksOnly(this IReadOnlyList<Finding> findings, string rule, Severity severity, string field)
    {
        var finding = Assert.Single(findings);
        Assert.Equal((rule, severity, field), (finding.Rule, finding.Severity, finding.Field));
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Action);
    }

    public static FundingAssessment Assessment(this AnApplication application, FundingSettings? settings = null) =>
        application.Draft().Assessment(decision: null, settings);

    /// <summary>The assessment on a Monday of 2026.</summary>
    public static FundingAssessment Assessment(this Application application, Decision? decision, FundingSettings? settings = null) =>
        FundingRules.Assess(application.Case(decision, settings));

    public static FundingCase Case(this Application application, Decision? decision, FundingSettings? settings = null) =>
        new(application, decision, Providers.FundsOf(application.Provider), settings ?? new(), WorkingDays.DayOf(Moments.Monday));

    public static FundingTestOutcome Result(this FundingAssessment assessment, string test) =>
        Assert.Single(assessment.Tests, result => result.Test == test).Result;
}
