namespace MicroCred.Approval;

/// <summary>The micro-credential's review period.</summary>
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
