namespace MicroCred.Approval;

/// <content>TEC funding, where it is requested.</content>
public sealed partial record Application
{
    /// <summary>Records the funding rules' assessment; a referral creates a task for a funding adviser.</summary>
    public Outcome<Change> AssessFunding(FundingAssessment assessment, string? adviser, FundingSettings settings, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(settings);
        if (Stage is not (Stage.Funding or Stage.Publication))
        {
            return CannotBe("assessed for funding");
        }

        if (!AsksForFunding || Funding is not null)
        {
            return Refusal.WrongState(AsksForFunding ? "Funding is assessed already." : "Funding isn't asked for.");
        }

        if (Unfit(TaskKind.FundingReferral, adviser) is { } unfit)
        {
            return unfit;
        }

        var assessed = this with { Funding = assessment };
        if (assessment.Outcome != FundingOutcome.Referred)
        {
            return assessed.Because(Actor.System, at, new FundingAssessed(assessment.Outcome));
        }

        var task = NewTask(TaskKind.FundingReferral, adviser, WorkingDays.Deadline(at, settings.ReferralWorkingDays), at);
        return (assessed with { Tasks = [.. Tasks, task] }).Because(Actor.System, at, new FundingReferred(task.Id, adviser));
    }

    /// <summary>
    /// Records the funding adviser's decision on a referral, with reasons; an entry that is published already follows. Where the level doesn't
    /// determine the fund, an eligible micro-credential is in the fund that the provider asked for.
    /// </summary>
    /// <param name="taskId">The referral.</param>
    /// <param name="eligible">Whether TEC may fund it.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="conditions">The conditions under which it may; none where it may not.</param>
    /// <param name="by">The assignee.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> DecideReferral(
        TaskId taskId,
        bool eligible,
        string reasons,
        IReadOnlyList<Condition> conditions,
        Actor by,
        DateTimeOffset at
    )
    {
        ArgumentNullException.ThrowIfNull(conditions);
        if (
            Status is not (ApplicationStatus.Approved or ApplicationStatus.Published)
            || Funding is not { Outcome: FundingOutcome.Referred } referred
        )
        {
            return CannotBe("settled for funding");
        }

        return OwnOpenTask(taskId, by, TaskKind.FundingReferral)
            .Then<Change>(task =>
            {
                if (!Text.IsGiven(reasons))
                {
                    return Refusal.Invalid("A decision needs its reasons in writing.");
                }

                if (DecisionRules.FaultyCondition(conditions, at) is { } faulty)
                {
                    return Refusal.Invalid(faulty);
                }

                if (!eligible && conditions.Count > 0)
                {
                    return Refusal.Invalid("conditions: only Eligible has conditions. Leave them out.");
                }

                var outcome = eligible ? FundingOutcome.Eligible : FundingOutcome.Ineligible;
                TaskDecision decided = new(
                    eligible ? TaskOutcome.Eligible : TaskOutcome.Ineligible,
                    reasons,
                    conditions,
                    by,
                    at.ToUniversalTime()
                );
                return WithEntryChanged(
                        With(task.DoneWith(decided)) with
                        {
                            Funding = referred with
                            {
                                Outcome = outcome,
                                Fund = referred.Fund ?? (eligible ? Content.Funding?.Fund : null),
                                SettledBy = by,
                                Reasons = reasons,
                                Conditions = conditions,
                            },
                        }
                    )
                    .Because(by, at, new FundingDecided(outcome, reasons));
            });
    }
}
