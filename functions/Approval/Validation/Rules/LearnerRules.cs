namespace MicroCred.Approval;

/// <summary>The learners who are expected, or have been taught already.</summary>
internal static class LearnerRules
{
    public static readonly ValidationRule ExpectedIsNumber = new(
        "LEARN01",
        Severity.Error,
        "The number of learners expected in a year is 0 or more.",
        "Correct the number, or leave it out.",
        submission =>
            submission.MicroCredential.ExpectedLearnersPerYear is < 0 and var learners
                ? [new("microCredential.expectedLearnersPerYear", $"{learners} learners can't be expected.")]
                : []
    );

    /// <summary>
    /// An urgent need that has just emerged is met while the approval is under way, as Careerforce's vaccinators were: they trained first,
    /// and got the credential by recognition of prior learning.
    /// </summary>
    public static readonly ValidationRule EarlyLearnersRecognised = new(
        "RPL01",
        Severity.Warning,
        "Where learners may train before the approval, it says how their learning is recognised.",
        "Say how prior learning is recognised; where nobody trains before the approval, say that.",
        submission =>
            submission is { Application.IsUrgent: true, MicroCredential.UseCase: UseCase.EmergingNeed }
            && !Text.IsGiven(submission.MicroCredential.RecognitionOfPriorLearning)
                ?
                [
                    new(
                        "microCredential.recognitionOfPriorLearning",
                        "The need is urgent, so learners may train before the approval; it doesn't say how that counts."
                    ),
                ]
                : []
    );
}
