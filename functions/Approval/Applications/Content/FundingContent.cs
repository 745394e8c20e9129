namespace MicroCred.Approval;

/// <summary>What is asked of TEC, as entered; the fee is in dollars a credit, GST included.</summary>
public sealed record FundingContent(
    bool Requested,
    Fund? Fund = null,
    decimal? FeePerCredit = null,
    [property: TextLimit(TextLimit.LongText)] string? EmploymentOutcomes = null,
    bool? RegulatoryCompliance = null,
    bool? PostEntryHealthProfessional = null
);
