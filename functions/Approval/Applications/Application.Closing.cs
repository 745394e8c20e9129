namespace MicroCred.Approval;

/// <content>How it ends, and what is said of it meanwhile.</content>
public sealed partial record Application
{
    /// <summary>Puts it on the register: approved, and with its funding settled where asked for.</summary>
    public Outcome<Change> Publish(Registration registration, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (Stage == Stage.Funding)
        {
            return Refusal.WrongState("Its funding isn't settled yet.");
        }

        if (Stage != Stage.Publication)
        {
            return CannotBe("published");
        }

        return (this with { Status = ApplicationStatus.Published, Registration = registration }).Because(
            Actor.System,
            at,
            new Published(registration)
        );
    }

    /// <summary>Its provider takes it back, at any time after the draft and before the register, saying why.</summary>
    public Outcome<Change> Withdraw(string reason, Actor by, DateTimeOffset at)
    {
        if (Stage is Stage.Drafting or Stage.Ended)
        {
            return CannotBe("withdrawn");
        }

        if (!Text.IsGiven(reason))
        {
            return Refusal.Invalid("Say why.");
        }

        return (WithTasksClosed() with { Status = ApplicationStatus.Withdrawn, WithdrawalReason = reason, LapsesAt = null }).Because(
            by,
            at,
            new Withdrawn(reason)
        );
    }

    /// <summary>Notes that somebody was reminded of what was due to be mentioned at that point in time; nothing else changes.</summary>
    public Outcome<Change> Remind(DateTimeOffset point, string what, string who, DateTimeOffset at) =>
        IsClosed
            ? CannotBe("waited for")
            : (this with { RemindedOf = point.ToUniversalTime() }).Because(Actor.System, at, new Reminded(who, what));
}
