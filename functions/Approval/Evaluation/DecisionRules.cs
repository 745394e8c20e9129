namespace MicroCred.Approval;

/// <summary>The conditions under which a decision may be recorded.</summary>
internal static class DecisionRules
{
    /// <summary>Why the decision can't be recorded: it comes too early or is incomplete. Null where it can.</summary>
    public static Refusal? Broken(
        IReadOnlyList<EvaluationCriterion> criteria,
        IReadOnlyList<CriterionFinding> findings,
        DecisionOutcome outcome,
        string reasons,
        IReadOnlyList<Condition> conditions,
        DateTimeOffset at
    )
    {
        var missing = criteria.Select(criterion => criterion.Number).Except(findings.Select(finding => finding.Criterion)).ToList();
        bool Any(CriterionResult result) => findings.Any(finding => finding.Result == result);
        if (missing.Count > 0)
        {
            return Refusal.WrongState($"Criterion {string.Join(", ", missing)} has no finding yet.");
        }

        var broken = true switch
        {
            _ when !Text.IsGiven(reasons) => "A decision needs its reasons in writing.",
            _ when FaultyCondition(conditions, at) is { } faulty => faulty,
            _ when outcome != DecisionOutcome.ApproveWithConditions && conditions.Count > 0 =>
                "Conditions go with approval with conditions only.",
            _ when outcome == DecisionOutcome.ApproveWithConditions && conditions.Count == 0 =>
                "Approval with conditions needs conditions.",
            _ when outcome != DecisionOutcome.Decline && Any(CriterionResult.NotMet) => "A criterion is not met, so it can't be approved.",
            _ when outcome == DecisionOutcome.Approve && Any(CriterionResult.MetWithCondition) =>
                "A criterion is met with a condition only, so the approval needs conditions.",
            _ => null,
        };
        return broken is null ? null : Refusal.Invalid(broken);
    }

    /// <summary>What is wrong with the first faulty condition, with its field; null where there is none.</summary>
    public static string? FaultyCondition(IReadOnlyList<Condition> conditions, DateTimeOffset at) =>
        conditions.Count > Condition.Most
            ? $"conditions: a decision may have {Condition.Most}."
            : conditions
                .Select(
                    (condition, index) =>
                        !Text.IsGiven(condition.Text) ? $"conditions[{index}].text: state the condition."
                        : condition.Due < at || condition.Due > Condition.Latest
                            ? $"conditions[{index}].due: give today or a later day, up to the end of 2052."
                        : null
                )
                .FirstOrDefault(fault => fault is not null);
}
