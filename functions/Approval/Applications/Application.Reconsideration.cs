namespace MicroCred.Approval;

/// <content>Reconsideration of a decline, once, by a registrar who took no part in it.</content>
public sealed partial record Application
{
    /// <summary>The provider's request to have the decline reconsidered; null where there was none.</summary>
    public Reconsideration? Reconsideration { get; init; }

    /// <summary>
    /// Until when (UTC) the provider may ask to have the decline reconsidered: the end, in Auckland, of the last of so many calendar days
    /// after it. Null where the application isn't declined, or was reconsidered already.
    /// </summary>
    public DateTimeOffset? ReconsiderableUntil(EvaluationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return this is { Status: ApplicationStatus.Declined, Reconsideration: null, Decision: { } decision }
            ? WorkingDays.EndOf(WorkingDays.DayOf(decision.At).AddDays(settings.ReconsiderationDays))
            : null;
    }

    /// <summary>The provider asks to have the decline reconsidered; a registrar who took no part gets the task, or nobody.</summary>
    public Outcome<Change> AskToReconsider(string grounds, string? registrar, EvaluationSettings settings, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (Reconsideration is not null)
        {
            return Refusal.WrongState("It was reconsidered, or is being reconsidered, already. A decline is reconsidered once.");
        }

        if (ReconsiderableUntil(settings) is not { } until)
        {
            return CannotBe("reconsidered");
        }

        if (at > until)
        {
            return Refusal.WrongState($"It could be reconsidered for {settings.ReconsiderationDays} days after the decline.");
        }

        if (!Text.IsGiven(grounds))
        {
            return Refusal.Invalid("grounds: say why the decision should be another.");
        }

        if (Unfit(TaskKind.Reconsideration, registrar) is { } unfit)
        {
            return unfit;
        }

        var task = NewTask(TaskKind.Reconsideration, registrar, WorkingDays.Deadline(at, DaysToDecide(settings)), at);
        return (
            this with
            {
                Status = ApplicationStatus.Reconsidering,
                Reconsideration = new(grounds, at.ToUniversalTime()),
                Tasks = [.. Tasks, task],
            }
        ).Because(by, at, new ReconsiderationRequested(task.Id, registrar, grounds));
    }

    /// <summary>
    /// Records the registrar's decision on the reconsideration, from the record and the grounds: the decline stands, or the application is
    /// approved, with conditions or without. It needs no findings.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="outcome">
    /// <see cref="TaskOutcome.Uphold"/>, <see cref="TaskOutcome.Approve"/> or <see cref="TaskOutcome.ApproveWithConditions"/>.
    /// </param>
    /// <param name="reasons">Why.</param>
    /// <param name="conditions">The conditions of an approval.</param>
    /// <param name="followUp">The id of the registrar who follows up the conditions; null for nobody.</param>
    /// <param name="by">The assignee.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> Reconsider(
        TaskId taskId,
        TaskOutcome outcome,
        string reasons,
        IReadOnlyList<Condition> conditions,
        string? followUp,
        Actor by,
        DateTimeOffset at
    ) =>
        Status != ApplicationStatus.Reconsidering
            ? CannotBe("decided")
            : OwnOpenTask(taskId, by, TaskKind.Reconsideration)
                .Then<Change>(task =>
                {
                    var decision = outcome.AsDecision() ?? DecisionOutcome.Decline;
                    if (DecisionRules.Broken([], [], decision, reasons, conditions, at) is { } broken)
                    {
                        return broken;
                    }

                    TaskDecision decided = new(outcome, reasons, conditions, by, at.ToUniversalTime());
                    var after = With(task.DoneWith(decided));
                    return decision == DecisionOutcome.Decline
                        ? (after.WithTasksClosed() with { Status = ApplicationStatus.Declined }).Because(by, at, new DeclineUpheld(reasons))
                        : after.Count(new(decision, reasons, conditions, by, decided.At), followUp, by, at);
                });
}
