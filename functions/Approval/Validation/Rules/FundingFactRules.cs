namespace MicroCred.Approval;

/// <summary>Statements for TEC that can't be true.</summary>
internal static class FundingFactRules
{
    public static readonly ValidationRule FeeIsMoney = new(
        "FEE01",
        Severity.Error,
        "The fee is an amount of dollars and cents.",
        "Give dollars and whole cents a credit, GST included, such as 64.00.",
        submission =>
            submission.Application.Content.Funding?.FeePerCredit is { } fee && (fee < 0 || fee != decimal.Round(fee, 2))
                ? [new("funding.feePerCredit", fee < 0 ? "A fee can't be less than nothing." : "A fee has no parts of a cent.")]
                : []
    );
}
