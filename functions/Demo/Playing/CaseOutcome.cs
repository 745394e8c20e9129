namespace MicroCred.Demo.Playing;

/// <summary>
/// What became of a case: on the register or not, and in words; <see cref="AsExpected"/> is false where the case went wrong.
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
