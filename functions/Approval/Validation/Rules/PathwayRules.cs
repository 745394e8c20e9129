namespace MicroCred.Approval;

/// <summary>What the micro-credential follows, leads to, counts towards or replaces.</summary>
/// <remarks>
/// A stack is made of parts that count towards one whole: three courses of 5 credits towards a paper of 15. A part of more credits than
/// the whole can't all count, so that is an error. Parts that together have more than the whole may be a choice, of which a learner needs
/// only some, so that is a warning. Only a whole on the register has known credits; one that is only named isn't checked.
/// </remarks>
internal static class PathwayRules
{
    private const string Field = "microCredential.pathways";

    public static readonly ValidationRule Complete = new(
        "PATH01",
        Severity.Error,
        "Every pathway has a kind, and names the other learning by its register number, its name or both.",
        "Fill it in, or take the pathway out.",
        submission =>
            submission
                .MicroCredential.GivenPathways.SelectMany(
                    (pathway, i) =>
                        (Found?[])
                            [
                                pathway.Kind is null ? new($"{Field}[{i}].kind", "There is no kind of pathway.") : null,
                                pathway.RegisterNumber is null && !Text.IsGiven(pathway.Name)
                                    ? new($"{Field}[{i}].name", "There is no register number and no name.")
                                    : null,
                            ]
                )
                .OfType<Found>()
    );

    public static readonly ValidationRule TargetListed = new(
        "PATH02",
        Severity.Error,
        "Every register number that a pathway names is on the register.",
        "Look the number up on the register, or name what isn't there yet without a number.",
        submission =>
            from pathway in submission.MicroCredential.GivenPathways.Index()
            where pathway.Item.RegisterNumber is { } number && submission.TargetOf(number) is null
            select new Found(
                $"{Field}[{pathway.Index}].registerNumber",
                $"There is no number {pathway.Item.RegisterNumber} on the register."
            )
    );

    public static readonly ValidationRule PartFits = new(
        "PATH03",
        Severity.Warning,
        "It has no more credits than what it counts towards.",
        "Correct the pathway or the credits.",
        submission =>
            from part in Parts(submission)
            where part.Credits > part.Whole.Credits
            select new Found(part.Field, $"Number {part.Whole.Number} has {part.Whole.Credits} credits, and this has {part.Credits}.")
    );

    public static readonly ValidationRule StackAddsUp = new(
        "PATH04",
        Severity.Warning,
        "What counts towards a micro-credential on the register adds up to no more than its credits.",
        "Check the credits; where learners choose among the parts, say so in the purpose.",
        submission =>
            from part in Parts(submission)
            where part.Credits <= part.Whole.Credits && part.Credits + part.Whole.CreditsCounted > part.Whole.Credits
            select new Found(
                part.Field,
                $"With this, {part.Credits + part.Whole.CreditsCounted} credits count towards number {part.Whole.Number}, "
                    + $"which has {part.Whole.Credits}."
            )
    );

    private static IEnumerable<(string Field, int Credits, PathwayTarget Whole)> Parts(SubmittedApplication submission) =>
        from pathway in submission.MicroCredential.GivenPathways.Index()
        where submission.MicroCredential.Credits is > 0 && pathway.Item.Kind is PathwayKind.CountsTowards
        let whole = pathway.Item.RegisterNumber is { } number ? submission.TargetOf(number) : null
        where whole is not null
        select ($"{Field}[{pathway.Index}].registerNumber", submission.MicroCredential.Credits ?? 0, whole);
}
