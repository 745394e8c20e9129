namespace MicroCred.Approval;

/// <content>Changes to the application's register entry.</content>
public sealed partial record Application
{
    /// <summary>
    /// What stands for an imported entry from the first act on it: as if it had been applied for and published, with no history before.
    /// </summary>
    /// <param name="id">Its id.</param>
    /// <param name="entry">The entry as it was imported.</param>
    /// <param name="at">When it was imported.</param>
    public static Application StandingFor(ApplicationId id, RegisterEntry entry, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            Id = id,
            Provider = entry.Developer,
            Content = ApplicationContent.Of(entry),
            Status = ApplicationStatus.Published,
            CreatedAt = at.ToUniversalTime(),
            Revision = 0,
            EventCount = 0,
            Decision = new(DecisionOutcome.Approve, "It was approved before it was taken from an earlier register.", [], Actor.System, at),
            Registration = new(entry.Number, entry.Code, at.ToUniversalTime())
            {
                Status = entry.Status,
                LastEnrolment = entry.LastEnrolment,
                LastAchievement = entry.LastAchievement,
            },
            Imported = entry,
        };
    }

    /// <summary>
    /// Records the registrar's change of the entry's status, with a reason. An entry that expires without dates closes for enrolment today
    /// and for good two years later. An entry on the register whose application was never published can only be marked as listed by
    /// mistake.
    /// </summary>
    /// <param name="number">The entry's number.</param>
    /// <param name="code">The entry's reporting code.</param>
    /// <param name="status">The entry's new status.</param>
    /// <param name="reason">The reason, for the audit and the provider.</param>
    /// <param name="lastEnrolment">The last day to enrol; null to keep the current one.</param>
    /// <param name="lastAchievement">The last day to finish; null to keep the current one.</param>
    /// <param name="by">The registrar.</param>
    /// <param name="at">The time of the change.</param>
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

        // One that begins to expire, or is open again, keeps no date of an earlier end.
        var begins = status == RegisterStatus.Current || (status == RegisterStatus.Expiring && registration.Status != status);
        var enrolment = lastEnrolment ?? (begins ? null : registration.LastEnrolment);
        var achievement = lastAchievement ?? (begins ? null : registration.LastAchievement);
        if (status == RegisterStatus.Expiring)
        {
            enrolment ??= WorkingDays.DayOf(at);
            achievement ??= enrolment.Value.AddYears(Registration.YearsToFinish);
        }
        if (achievement < enrolment)
        {
            return Refusal.Invalid("lastAchievement: the last day to finish can't be before the last day to enrol.");
        }

        var changed = this with
        {
            Registration = registration with { Status = status, LastEnrolment = enrolment, LastAchievement = achievement },
        };
        return WithEntryChanged(changed).Because(by, at, new EntryStatusChanged(registration.Number, status, reason));
    }
}
