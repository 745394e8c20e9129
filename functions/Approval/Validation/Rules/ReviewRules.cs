namespace MicroCred.Approval;

/// <summary>How often the micro-credential is reviewed.</summary>
internal static class ReviewRules
{
    public static readonly ValidationRule PeriodOfEdition = new(
        "REVIEW01",
        Severity.Error,
        "The review period is one that the edition of the rules has.",
        "Propose one of those periods.",
        submission =>
            submission.MicroCredential.ReviewPeriodYears is { } years && !submission.Edition.ReviewYears.Contains(years)
                ?
                [
                    new(
                        "microCredential.reviewPeriodYears",
                        $"{years} is none of {string.Join(", ", submission.Edition.ReviewYears)} years."
                    ),
                ]
                : []
    );
}
