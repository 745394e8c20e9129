namespace MicroCred.Approval;

/// <content>What becomes of its entry on the register.</content>
public sealed partial record Application
{
    /// <summary>How long learners have to finish once an entry expires, where nothing else is said. [Listing Rules 2022 r 13]</summary>
    private const int YearsToFinish = 2;

    /// <summary>
    /// The registrar changes where the entry is in its life, saying why: it expires, ends, was listed by mistake, or is open again. One
    /// that expires without dates closes for enrolment today, and two years later for good. An entry that stands there though the
    /// application was never published can be marked as listed by mistake, and nothing else.
    /// </summary>
    /// <param name="number">The entry's number.</param>
    /// <param name="code">Its reporting code.</param>
    /// <param name="status">The entry's status from now on.</param>
    /// <param name="reason">Why; for the audit and its provider.</param>
    /// <param name="lastEnrolment">The last day to enrol; null for the one it has.</param>
    /// <param name="lastAchievement">The last day to finish; null for the one it has.</param>
    /// <param name="by">The registrar.</param>
    /// <param name="at">When.</param>
    public Outcome<Change> ChangeEntryStatus(
        int number,
        ReportingCode? code,
        RegisterStatus status,
        string reason,
        DateOnly? lastEnrolment,
        DateOnly? lastAchievement,
        Actor by,
        DateTimeOffset at
    )
    {
        var registration = Registration ?? new(number, code, at.ToUniversalTime());
        if (!IsApproved || registration.Number != number)
        {
            return Refusal.WrongState($"It has no entry of number {number}.");
        }

        if (Status != ApplicationStatus.Published && !(Stage == Stage.Ended && status == RegisterStatus.ListedByMistake))
        {
            return Refusal.WrongState(
                "It isn't published. Of one that has ended otherwise, an entry can only be marked as listed by mistake."
            );
        }

        if (Bound(by) is { } bound)
        {
            return bound;
        }

        if (!Text.IsGiven(reason))
        {
            return Refusal.Invalid("reason: say why.");
        }

        var isOpen = status == RegisterStatus.Current;
        var enrolment = lastEnrolment ?? (isOpen ? null : registration.LastEnrolment);
        var achievement = lastAchievement ?? (isOpen ? null : registration.LastAchievement);
        if (status == RegisterStatus.Expiring)
        {
            enrolment ??= WorkingDays.DayOf(at);
            achievement ??= enrolment.Value.AddYears(YearsToFinish);
        }
        if (achievement < enrolment)
        {
            return Refusal.Invalid("lastAchievement: the last day to finish can't be before the last day to enrol.");
        }

        var changed = registration with
        {
            Status = status,
            LastEnrolment = enrolment,
            LastAchievement = achievement,
            Changes = registration.Changes + 1,
        };
        return (this with { Registration = changed }).Because(by, at, new EntryStatusChanged(registration.Number, status, reason));
    }
}
