namespace MicroCred.Approval;

/// <content>The evaluator's findings and decision.</content>
public sealed partial record Application
{
    /// <summary>Records, or replaces, a finding on one criterion. Allowed while an answer from the provider is outstanding, too.</summary>
    public Outcome<Change> RecordFinding(TaskId taskId, int criterion, CriterionResult result, string comment, Actor by, DateTimeOffset at)
    {
        if (Stage is not (Stage.Evaluation or Stage.Information))
        {
            return CannotBe("evaluated");
        }

        if (!HasCriterion(criterion))
        {
            return Refusal.Invalid($"There is no criterion {criterion}.");
        }

        if (!Text.IsGiven(comment))
        {
            return Refusal.Invalid("A finding needs a comment.");
        }

        return OwnOpenTask(taskId, TaskKind.Evaluation, by)
            .Then<Change>(task =>
            {
                var others = task.Findings.Where(finding => finding.Criterion != criterion);
                var findings = others.Append(new(criterion, result, comment)).OrderBy(finding => finding.Criterion);
                return With(task with { Findings = [.. findings] }).Because(by, at, new FindingRecorded(criterion, result, comment));
            });
    }

    /// <summary>
    /// Records the decision, once every criterion has a finding. To approve, every criterion must be met, or, with conditions stated, met
    /// with a condition; to decline, only reasons are needed.
    /// </summary>
    public Outcome<Change> Decide(
        TaskId taskId,
        DecisionOutcome outcome,
        string reasons,
        IReadOnlyList<string> conditions,
        Actor by,
        DateTimeOffset at
    )
    {
        if (Stage != Stage.Evaluation)
        {
            return CannotBe("decided");
        }

        return OwnOpenTask(taskId, TaskKind.Evaluation, by)
            .Then<Change>(task =>
            {
                if (DecisionRules.Broken(EvaluationCriteria.Of(Edition), task.Findings, outcome, reasons, conditions) is { } broken)
                {
                    return broken;
                }

                var declined = outcome == DecisionOutcome.Decline;
                var decision = new Decision(outcome, reasons, conditions, by, at.ToUniversalTime());
                return (
                    WithTasksClosed() with
                    {
                        Status = declined ? ApplicationStatus.Declined : ApplicationStatus.Approved,
                        Decision = decision,
                    }
                ).Because(by, at, declined ? new Declined(decision) : new Approved(decision));
            });
    }

    private bool HasCriterion(int number) => EvaluationCriteria.Of(Edition).Any(criterion => criterion.Number == number);
}
