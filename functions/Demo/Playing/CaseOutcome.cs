namespace MicroCred.Demo.Playing;

/// <summary>
/// The outcome of a case: its register entry, if any, and a description; <see cref="AsExpected"/> is false where it went wrong.
/// </summary>
internal sealed record CaseOutcome(
    bool AsExpected,
    string Result,
    string? ReportingCode = null,
    int? RegisterNumber = null,
    string? Funding = null
)
{
    public static CaseOutcome Failed(string why) => new(AsExpected: false, why);
}
