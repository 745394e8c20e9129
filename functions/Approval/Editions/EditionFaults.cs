namespace MicroCred.Approval;

/// <summary>What is wrong with an edition of the rules that somebody wrote.</summary>
public static class EditionFaults
{
    private const int LongestPeriod = 10;

    /// <summary>The faults, each with its field, such as <c>criteria[0].question</c>; empty where there are none.</summary>
    public static IReadOnlyList<Finding> In(RuleEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return
        [
            .. TextFaults.In(edition),
            .. Empty(edition),
            .. AreCredits(edition.MinimumCredits)
                ? []
                : (Finding[])[Fault("minimumCredits", $"It is outside {Credits.Minimum} to {Credits.Maximum}.")],
            .. AreCredits(edition.MaximumCredits) && edition.MaximumCredits >= edition.MinimumCredits
                ? []
                : (Finding[])[Fault("maximumCredits", $"It is outside minimumCredits to {Credits.Maximum}.")],
            .. Periods(edition.ReviewYears),
            .. Criteria(edition.Criteria),
        ];
    }

    private static bool AreCredits(int credits) => Credits.TryCreate(credits, out _);

    private static IEnumerable<Finding> Empty(RuleEdition edition) =>
        from text in ((string Field, string Text)[])
            [
                ("id", edition.Id),
                ("framework", edition.Framework),
                ("standardSettingBody", edition.StandardSettingBody),
                .. edition.Criteria.SelectMany(
                    (criterion, i) =>
                        ((string, string)[])[($"criteria[{i}].name", criterion.Name), ($"criteria[{i}].question", criterion.Question)]
                ),
            ]
        where !Text.IsGiven(text.Text)
        select Fault(text.Field, "It is empty.");

    private static IEnumerable<Finding> Periods(IReadOnlyList<int> years) =>
        years.Count == 0
            ? [Fault("reviewYears", "It needs a period.")]
            : years
                .Index()
                .Where(period => period.Item is < 1 or > LongestPeriod)
                .Select(period => Fault($"reviewYears[{period.Index}]", $"It is outside 1 to {LongestPeriod}."));

    private static IEnumerable<Finding> Criteria(IReadOnlyList<EvaluationCriterion> criteria) =>
        criteria.Count == 0
            ? [Fault("criteria", "It needs a criterion.")]
            : criteria
                .Index()
                .Where(criterion => criterion.Item.Number != criterion.Index + 1)
                .Select(criterion => Fault($"criteria[{criterion.Index}].number", $"Its place makes it number {criterion.Index + 1}."));

    private static Finding Fault(string field, string message) =>
        new("EDITION01", Severity.Error, field, message, "Write it as editions.json has it.");
}
