namespace MicroCred.Approval;

/// <summary>What a decision needs.</summary>
internal static class DecisionRules
{
    /// <summary>The first rule that the decision would break, as a sentence, or null.</summary>
    public static string? Broken(
        IReadOnlyList<EvaluationCriterion> criteria,
        IReadOnlyList<CriterionFinding> findings,
        DecisionOutcome outcome,
        string reasons,
        IReadOnlyList<string> conditions)
    {
        var missing = criteria.Select(criterion => criterion.Number).Except(findings.Select(finding => finding.Criterion)).ToList();
        bool Any(CriterionResult result) => findings.Any(finding => finding.Result == result);
        return true switch
        {
            _ when missing.Count > 0 => $"Criterion {string.Join(", ", missing)} has no finding yet.",
            _ when !Text.IsGiven(reasons) => "A decision needs its reasons in writing.",
            _ when conditions.Any(condition => !Text.IsGiven(condition)) => "A condition has to be stated.",
            _ when outcome != DecisionOutcome.ApproveWithConditions && conditions.Count > 0 =>
                "Conditions go with approval with conditions only.",
            _ when outcome == DecisionOutcome.ApproveWithConditions && conditions.Count == 0 =>
                "Approval with conditions needs conditions.",
            _ when outcome != DecisionOutcome.Decline && Any(CriterionResult.NotMet) => "A criterion is not met, so it can't be approved.",
            _ when outcome == DecisionOutcome.Approve && Any(CriterionResult.MetWithCondition) =>
                "A criterion is met with a condition only, so the approval needs conditions.",
            _ => null,
        };
    }
}
