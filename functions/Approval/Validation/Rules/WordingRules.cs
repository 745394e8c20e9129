namespace MicroCred.Approval;

/// <summary>
/// The outcomes' wording against the level descriptors, at the border between level 4 (broad guidance, familiar problems) and level 5
/// (self-managed, unfamiliar problems). A few words give an indication; the evaluator judges.
/// </summary>
internal static class WordingRules
{
    private static readonly string[] AboveLevel4 = ["critically", "synthesise", "specialised", "advanced", "research"];
    private static readonly string[] BelowLevel5 =
    [
        "basic",
        "highly structured",
        "under supervision",
        "under close supervision",
        "under limited supervision",
    ];

    public static readonly ValidationRule FitsLevel = new(
        "LEVEL02",
        Severity.Warning,
        "At levels 4 and 5 the outcomes' wording fits the level descriptors.",
        "Compare the outcomes with the descriptors of the levels on either side.",
        submission =>
            submission.MicroCredential.Level switch
            {
                4 => Using(AboveLevel4, "higher", submission),
                5 => Using(BelowLevel5, "lower", submission),
                _ => [],
            }
    );

    private static IEnumerable<Found> Using(string[] phrases, string direction, SubmittedApplication submission) =>
        from outcome in submission.MicroCredential.GivenOutcomes.Index()
        from phrase in phrases
        where PlainText.Padded(outcome.Item).Contains($" {phrase} ", StringComparison.Ordinal)
        select new Found($"microCredential.outcomes[{outcome.Index}]", $"“{phrase}” belongs to a {direction} level.");
}
