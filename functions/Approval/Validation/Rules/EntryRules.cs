namespace MicroCred.Approval;

/// <summary>
/// Which entry of the register an application concerns. A change and an accreditation concern one that is listed; a new micro-credential
/// concerns none. [Listing Rules 2022; NZQA's Forms 1 to 3]
/// </summary>
internal static class EntryRules
{
    private const string Field = "registerNumber";

    public static readonly ValidationRule Accreditable = new(
        "TYPE01",
        Severity.Error,
        "An industry skills board develops micro-credentials, and isn't accredited to deliver them.",
        "Apply for listing and approval alone.",
        submission =>
            submission.Application
                is {
                    Provider.Type: ProviderType.IndustrySkillsBoard,
                    Content.Type: ApplicationType.ListingApprovalAccreditation or ApplicationType.Accreditation
                }
                ? [new("type", $"{submission.Application.Provider.Name} is an industry skills board.")]
                : []
    );

    public static readonly ValidationRule Named = new(
        "REG01",
        Severity.Error,
        "A change or an accreditation names the entry that it concerns, by its register number; a new micro-credential has none.",
        "Give the number of a change or an accreditation, and leave it out for a new micro-credential.",
        submission =>
            (submission.Concerns, submission.Application.Content.RegisterNumber) switch
            {
                (true, null) => [new(Field, "There is no register number.")],
                (false, { } number) => [new(Field, $"Number {number} is somebody's already.")],
                _ => [],
            }
    );

    public static readonly ValidationRule Listed = new(
        "REG02",
        Severity.Error,
        "The entry that is to be changed or delivered is on the register, and not over.",
        "Look the number up on the register.",
        submission =>
            submission is not { Concerns: true, Application.Content.RegisterNumber: { } number } ? []
            : submission.Entry is not { } entry ? [new(Field, $"There is no number {number} on the register.")]
            : entry.Status is RegisterStatus.Discontinued ? [new(Field, $"Number {number} is discontinued.")]
            : entry.Status is RegisterStatus.ListedByMistake ? [new(Field, $"Number {number} was listed by mistake.")]
            : []
    );

    public static readonly ValidationRule Developers = new(
        "REG03",
        Severity.Error,
        "Only its developer changes a micro-credential.",
        "Ask the developer to apply.",
        submission =>
            submission is { IsChange: true, Entry: { } entry } && entry.Developer.Number != submission.Application.Provider.Number
                ? [new(Field, $"Number {entry.Number} was developed by {entry.Developer.Name}.")]
                : []
    );

    public static readonly ValidationRule NotDelivering = new(
        "REG04",
        Severity.Error,
        "The provider doesn't deliver it yet.",
        "There is nothing to apply for; withdraw the application.",
        submission =>
            submission is { IsAccreditation: true, Entry: { } entry }
            && entry.Deliverers.Any(deliverer => deliverer.Number == submission.Application.Provider.Number)
                ? [new(Field, $"{submission.Application.Provider.Name} may deliver number {entry.Number} already.")]
                : []
    );

    public static readonly ValidationRule OneAtATime = new(
        "REG05",
        Severity.Error,
        "Nothing else of the kind is under way for the entry: no second change, and no second accreditation of the same provider.",
        "Wait until the first one is decided, or withdraw it.",
        submission =>
            from first in submission.AlikeUnderWay.Take(1)
            where submission.Concerns
            select new Found(Field, $"Application {first}, which was submitted before, is under way for it.")
    );

    public static readonly ValidationRule Differs = new(
        "REG06",
        Severity.Error,
        "A change says something else than the entry has now.",
        "Change what is to be another, or withdraw the application.",
        submission =>
            submission is { IsChange: true, Present: { } present }
            && EvaluationScope.Differences(present, submission.Application).Count == 0
                ? [new("microCredential", $"It says the same as number {submission.Application.Content.RegisterNumber} has now.")]
                : []
    );
}
