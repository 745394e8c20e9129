namespace MicroCred.Approval;

/// <summary>The unit and skill standards that the micro-credential wraps.</summary>
internal static class StandardRules
{
    public static readonly ValidationRule CreditsFit = new(
        "STD01",
        Severity.Error,
        "The standards' credits add to no more than the micro-credential's.",
        "Take a standard out, or give the micro-credential more credits.",
        submission =>
        {
            var sum = submission.MicroCredential.GivenStandards.Sum(standard => (long)(standard.Credits ?? 0));
            return submission.MicroCredential.Credits is > 0 and var credits && sum > credits
                ? [new("microCredential.standards", $"They add to {sum} credits, and the micro-credential has {credits}.")]
                : [];
        }
    );

    public static readonly ValidationRule NoneTwice = new(
        "STD03",
        Severity.Error,
        "Each standard is named once.",
        "Take out what is named again.",
        submission =>
            from standard in submission.MicroCredential.GivenStandards.Index()
            where
                standard.Item.Number is not null
                && submission.MicroCredential.GivenStandards.Take(standard.Index).Any(earlier => earlier.Number == standard.Item.Number)
            select new Found($"microCredential.standards[{standard.Index}].number", $"Standard {standard.Item.Number} is named before.")
    );

    public static readonly ValidationRule LevelFits = new(
        "STD02",
        Severity.Error,
        "No standard is more than one level above the micro-credential.",
        "Take the standard out, or give the micro-credential a higher level.",
        submission =>
            from standard in submission.MicroCredential.GivenStandards.Index()
            where standard.Item.Level - submission.MicroCredential.Level > 1
            select new Found(
                $"microCredential.standards[{standard.Index}].level",
                $"Standard {standard.Item.Number} is at level {standard.Item.Level}."
            )
    );
}
