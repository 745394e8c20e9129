using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>The conditions of an approval, each followed up by a registrar; they hold up nothing.</content>
public sealed partial record Application
{
    /// <summary>The conditions that count, in the order of the decision, each as its follow-up stands.</summary>
    [JsonIgnore]
    public IReadOnlyList<EntryCondition> Conditions =>
        [.. Tasks.Where(task => task.Condition is not null).Select(task => new EntryCondition(task.Condition!, task.Due, StatusOf(task)))];

    /// <summary>
    /// Records the registrar's decision on a condition, with reasons, also once the application has ended: met, not met, or more time, which
    /// leaves the task open until the new date.
    /// </summary>
    /// <param name="taskId">The condition's follow-up.</param>
    /// <param name="outcome"><see cref="TaskOutcome.Met"/>, <see cref="TaskOutcome.NotMet"/> or <see cref="TaskOutcome.Extend"/>.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="due">The last day of an extension, later than today; null for any other outcome.</param>
    /// <param name="by">The assignee.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> FollowUp(TaskId taskId, TaskOutcome outcome, string reasons, DateOnly? due, Actor by, DateTimeOffset at) =>
        OwnOpenTask(taskId, by, TaskKind.ConditionFollowUp)
            .Then<Change>(task =>
                !Text.IsGiven(reasons) ? Refusal.Invalid("reasons: a decision needs its reasons in writing.")
                : outcome == TaskOutcome.Extend ? Extended(task, due, reasons, by, at)
                : due is not null ? Refusal.Invalid("due: only Extend has a new date. Leave it out.")
                : WithEntryChanged(With(task.DoneWith(new(outcome, reasons, [], by, at.ToUniversalTime()))))
                    .Because(by, at, new ConditionDecided(taskId, task.Condition!, outcome, reasons))
            );

    private static ConditionStatus StatusOf(EvaluationTask followUp) =>
        followUp.Decision?.Outcome switch
        {
            TaskOutcome.Met => ConditionStatus.Met,
            TaskOutcome.NotMet => ConditionStatus.NotMet,
            _ => ConditionStatus.Open,
        };

    private static Application WithEntryChanged(Application changed) =>
        changed.Registration is { } registration
            ? changed with
            {
                Registration = registration with { Changes = registration.Changes + 1 },
            }
            : changed;

    private Outcome<Change> Extended(EvaluationTask task, DateOnly? due, string reasons, Actor by, DateTimeOffset at)
    {
        if (due is not { } day)
        {
            return Refusal.Invalid("due: say until when.");
        }

        if (day <= WorkingDays.DayOf(at) || WorkingDays.EndOf(day) > Condition.Latest)
        {
            return Refusal.Invalid("due: give a day after today, up to the end of 2052.");
        }

        return WithEntryChanged(With(task with { Due = WorkingDays.EndOf(day) }))
            .Because(by, at, new ConditionExtended(task.Id, task.Condition!, day, reasons));
    }

    /// <summary>With a follow-up of each condition for a registrar, or for nobody.</summary>
    private Application WithFollowUps(IReadOnlyList<Condition> conditions, string? registrar, DateTimeOffset at) =>
        conditions.Aggregate(this, (application, condition) =>
            application with
            {
                Tasks =
                [
                    .. application.Tasks,
                    application.NewTask(TaskKind.ConditionFollowUp, registrar, condition.Due, at) with
                    {
                        Condition = condition.Text,
                    },
                ],
            }
        );
}
