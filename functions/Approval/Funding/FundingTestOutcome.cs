namespace MicroCred.Approval;

/// <summary>What one funding test came to.</summary>
public enum FundingTestOutcome
{
    /// <summary>The test is met.</summary>
    Passed,

    /// <summary>Not met, so ineligible.</summary>
    Failed,

    /// <summary>A funding adviser has to judge.</summary>
    Referred,

    /// <summary>The test doesn't concern this application.</summary>
    NotApplicable,
}
