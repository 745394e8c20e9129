namespace MicroCred.Approval;

/// <summary>What a funding assessment came to.</summary>
public enum FundingOutcome
{
    /// <summary>TEC may fund it.</summary>
    Eligible,

    /// <summary>TEC may not fund it.</summary>
    Ineligible,

    /// <summary>Rules can't settle it; a funding adviser does.</summary>
    Referred,
}
