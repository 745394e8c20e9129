namespace MicroCred.Approval;

/// <summary>The micro-credential's size.</summary>
internal static class CreditRules
{
    public static readonly ValidationRule WithinEdition = new(
        "CRED01",
        Severity.Error,
        "Credits are within what the edition of the rules allows.",
        "Change the credits, or split or join the learning so that they fit.",
        submission => submission.MicroCredential.Credits is { } credits
            && (credits < submission.Edition.MinimumCredits || credits > submission.Edition.MaximumCredits)
            ? [new("microCredential.credits", $"{credits} credits are outside {submission.Edition.MinimumCredits} to {submission.Edition.MaximumCredits}.")]
            : []);
}
