using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>The reviews of its entry, while that is current.</content>
public sealed partial record Application
{
    /// <summary>The reviews, oldest first.</summary>
    public IReadOnlyList<EntryReview> Reviews { get; init; } = [];

    /// <summary>The latest time of a notice that a review is due, so that none is sent twice.</summary>
    public DateTimeOffset? RemindedOfReview { get; init; }

    /// <summary>Whether a report waits for the registrar's decision.</summary>
    [JsonIgnore]
    public bool HasReportWaiting => Tasks.Any(task => task is { IsOpen: true, Kind: TaskKind.EntryReview });

    /// <summary>The review that a task decides; null for a task of another kind.</summary>
    public EntryReview? ReviewOf(TaskId taskId) => Reviews.FirstOrDefault(review => review.Task == taskId);

    /// <summary>
    /// Records the developer's report on its entry, at any time while the entry is current and no other report waits, and gives a registrar
    /// the task to decide on it.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="due">By when the entry is to be reviewed.</param>
    /// <param name="years">The years between its reviews.</param>
    /// <param name="registrar">Who gets the task; null for nobody.</param>
    /// <param name="settings">How long the registrar has.</param>
    /// <param name="by">Who reports.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> ReportReview(
        ReviewReport report,
        DateOnly due,
        int years,
        string? registrar,
        EvaluationSettings settings,
        Actor by,
        DateTimeOffset at
    )
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(settings);
        if (Status != ApplicationStatus.Published || Registration is not { Status: RegisterStatus.Current })
        {
            return Refusal.WrongState("Only an entry that is current is reviewed.");
        }

        if (HasReportWaiting)
        {
            return Refusal.WrongState("A report waits for the registrar's decision already.");
        }

        if (!Text.IsGiven(report.Evidence))
        {
            return Refusal.Invalid("evidence: say what shows whether it is still needed.");
        }

        if (report.Completed < 0 || report.Enrolled < report.Completed)
        {
            return Refusal.Invalid("completed: give a number from 0 to that of those who enrolled.");
        }

        if (Unfit(TaskKind.EntryReview, registrar) is { } unfit)
        {
            return unfit;
        }

        var task = NewTask(TaskKind.EntryReview, registrar, WorkingDays.Deadline(at, settings.EntryReviewWorkingDays), at) with
        {
            Urgent = false,
        };
        return (
            this with
            {
                Tasks = [.. Tasks, task],
                Reviews = [.. Reviews, new(task.Id, report, due, years, by, at.ToUniversalTime())],
            }
        ).Because(by, at, new ReviewReported(report.StillNeeded, report.Evidence));
    }

    /// <summary>
    /// Records the registrar's decision on a report: the entry goes on until its next review, or it expires, from today, with two years to
    /// finish.
    /// </summary>
    /// <param name="taskId">The report's task.</param>
    /// <param name="outcome"><see cref="TaskOutcome.Continue"/> or <see cref="TaskOutcome.Expire"/>.</param>
    /// <param name="reasons">Why.</param>
    /// <param name="by">The assignee.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> DecideReview(TaskId taskId, TaskOutcome outcome, string reasons, Actor by, DateTimeOffset at) =>
        OwnOpenTask(taskId, by, TaskKind.EntryReview)
            .Then<Change>(task =>
            {
                if (!Text.IsGiven(reasons))
                {
                    return Refusal.Invalid("reasons: a decision needs its reasons in writing.");
                }

                if (Registration is not { } registration)
                {
                    return Refusal.WrongState("It has no entry.");
                }

                if (outcome == TaskOutcome.Expire && registration.Status != RegisterStatus.Current)
                {
                    return Refusal.WrongState("The entry isn't current any more, so it can't expire.");
                }

                var review = ReviewOf(taskId)!;
                var decided = With(task.DoneWith(new(outcome, reasons, [], by, at.ToUniversalTime()))) with
                {
                    Registration =
                        outcome == TaskOutcome.Expire
                            ? registration.Expiring(WorkingDays.DayOf(at))
                            : registration with
                            {
                                ReviewDue = review.Due.AddYears(review.Years),
                            },
                };
                return WithEntryChanged(decided).Because(by, at, new ReviewDecided(outcome, reasons));
            });

    /// <summary>Records that somebody was told that a review is due; nothing else changes.</summary>
    /// <param name="point">The time at which it was to be told.</param>
    /// <param name="what">What was told.</param>
    /// <param name="who">Who was told.</param>
    /// <param name="at">The time.</param>
    public Outcome<Change> RemindOfReview(DateTimeOffset point, string what, string who, DateTimeOffset at) =>
        Registration is not { Status: RegisterStatus.Current }
            ? CannotBe("reviewed")
            : (this with { RemindedOfReview = point.ToUniversalTime() }).Because(Actor.System, at, new Reminded(who, what));

    /// <summary>Ends an entry whose last day to finish is over.</summary>
    /// <param name="at">The time.</param>
    public Outcome<Change> EndExpired(DateTimeOffset at) =>
        Registration is { Status: RegisterStatus.Expiring, LastAchievement: { } last } registration && last < WorkingDays.DayOf(at)
            ? WithEntryChanged(this with { Registration = registration with { Status = RegisterStatus.Discontinued } })
                .Because(
                    Actor.System,
                    at,
                    new EntryStatusChanged(registration.Number, RegisterStatus.Discontinued, MicroCred.Approval.Registration.Over)
                )
            : CannotBe("ended on the register");
}
