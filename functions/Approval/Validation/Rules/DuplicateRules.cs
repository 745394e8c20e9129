namespace MicroCred.Approval;

/// <summary>
/// The test of 2018 against duplication. A change is held against all but the entry that it changes; an accreditation alone concerns one
/// that exists already.
/// </summary>
public static class DuplicateRules
{
    /// <summary>The same micro-credential isn't on the register.</summary>
    public static readonly ValidationRule NotListed = new(
        "DUP01",
        Severity.Error,
        "The provider has no current micro-credential of the same title, level and credits on the register.",
        "Apply for a change to the one that is listed, or say in the title how this one differs.",
        submission =>
            !submission.IsAccreditation && submission.Register.SameListing is { } number && number != submission.Entry?.Number
                ? [new("microCredential.title", $"Number {number} on the register is the same.")]
                : []
    );

    /// <summary>No similar micro-credential is on the register.</summary>
    public static readonly ValidationRule NotClose = new(
        "DUP02",
        Severity.Warning,
        "The title and the outcomes aren't close to one already registered.",
        "Say in the statement of need how this one differs.",
        submission =>
            from similar in submission.Register.Similar
            where
                !submission.IsAccreditation
                && similar.Number != submission.Register.SameListing
                && similar.Number != submission.Entry?.Number
            select new Found("microCredential.title", $"Number {similar.Number} on the register, “{similar.Title}”, is close to it.")
    );

    /// <summary>No earlier application for the same micro-credential is under way.</summary>
    public static readonly ValidationRule NotUnderWay = new(
        "DUP03",
        Severity.Warning,
        "The provider has no other application under way for the same title, level and credits.",
        "Withdraw one of the two, or say in the title how this one differs.",
        submission =>
            from alike in submission.AlikeUnderWay.Take(1)
            where !submission.Concerns
            select new Found("microCredential.title", $"Application {alike}, which was submitted before, is for the same.")
    );
}
