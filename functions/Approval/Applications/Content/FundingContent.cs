namespace MicroCred.Approval;

/// <summary>The request for TEC funding, as entered; the fee is in dollars per credit, GST included.</summary>
public sealed record FundingContent(
    bool Requested,
    Fund? Fund = null,
    decimal? FeePerCredit = null,
    [property: TextLimit(TextLimit.LongText)] string? EmploymentOutcomes = null,
    bool? RegulatoryCompliance = null,
    bool? PostEntryHealthProfessional = null
);
