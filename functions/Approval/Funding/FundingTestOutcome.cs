namespace MicroCred.Approval;

/// <summary>The outcome of one funding test.</summary>
public enum FundingTestOutcome
{
    /// <summary>The test is met.</summary>
    Passed,

    /// <summary>The test isn't met, so the micro-credential is ineligible.</summary>
    Failed,

    /// <summary>A funding adviser has to judge.</summary>
    Referred,

    /// <summary>The test doesn't apply to this application.</summary>
    NotApplicable,
}
