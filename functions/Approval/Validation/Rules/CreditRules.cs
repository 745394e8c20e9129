namespace MicroCred.Approval;

/// <summary>The micro-credential's level and credits, against the edition and the ratio of ten hours to a credit.</summary>
internal static class CreditRules
{
    internal const decimal HoursPerCredit = 10;

    public static readonly ValidationRule LevelOnFramework = new(
        "LEVEL01",
        Severity.Error,
        $"The level is {Level.Minimum} to {Level.Maximum}.",
        "Give the level of the framework that the learning outcomes ask for.",
        submission =>
            submission.MicroCredential.Level is { } level && !Level.TryCreate(level, out _)
                ? [new("microCredential.level", $"There is no level {level} on the {submission.Edition.Framework}.")]
                : []
    );

    public static readonly ValidationRule WithinEdition = new(
        "CRED01",
        Severity.Error,
        "The credits are within what the edition of the rules allows.",
        "Change the credits, or split or join the learning so that they fit.",
        submission =>
        {
            var (least, most) = (submission.Edition.MinimumCredits, submission.Edition.MaximumCredits);
            return submission.MicroCredential.Credits is { } credits && (credits < least || credits > most)
                ? [new("microCredential.credits", $"{credits} credits are outside {least} to {most}.")]
                : [];
        }
    );

    public static readonly ValidationRule HoursNearCredits = new(
        "HOURS01",
        Severity.Warning,
        "One credit is ten hours of learning.",
        "Check the learning hours; the evaluator will look at them.",
        submission => Off(submission) is > 0 and <= 0.2m ? [Hours(submission)] : []
    );

    public static readonly ValidationRule HoursFarFromCredits = new(
        "HOURS02",
        Severity.Error,
        "The learning hours are within 20 % of ten for each credit.",
        "Correct the credits or the learning hours.",
        submission => Off(submission) is > 0.2m ? [Hours(submission)] : []
    );

    /// <summary>The relative deviation of the hours from ten per credit; null where either is missing or the credits are invalid.</summary>
    private static decimal? Off(SubmittedApplication submission) =>
        submission.MicroCredential.LearningHours is { } hours && Expected(submission) is > 0 and var expected
            ? Math.Abs(hours - expected) / expected
            : null;

    private static decimal Expected(SubmittedApplication submission) => HoursPerCredit * (submission.MicroCredential.Credits ?? 0);

    private static Found Hours(SubmittedApplication submission) =>
        new(
            "microCredential.learningHours",
            $"{submission.MicroCredential.Credits} credits take about {Expected(submission)} hours, "
                + $"not {submission.MicroCredential.LearningHours}."
        );
}
