namespace MicroCred.Approval;

/// <summary>The outcome of a funding assessment.</summary>
public enum FundingOutcome
{
    /// <summary>TEC may fund the micro-credential.</summary>
    Eligible,

    /// <summary>TEC may not fund the micro-credential.</summary>
    Ineligible,

    /// <summary>The rules can't decide; a funding adviser does.</summary>
    Referred,
}
