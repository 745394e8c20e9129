using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>Publication, withdrawal and reminders.</content>
public sealed partial record Application
{
    /// <summary>Publishes the application on the register: it must be approved, with funding assessed where requested.</summary>
    public Outcome<Change> Publish(Registration registration, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (Stage == Stage.Funding)
        {
            return Status == ApplicationStatus.Published ? CannotBe("published") : Refusal.WrongState("Its funding isn't assessed yet.");
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

    /// <summary>Whether it is under way and not on the register.</summary>
    [JsonIgnore]
    public bool MayBeWithdrawn =>
        !(Stage is Stage.Drafting or Stage.Reconsideration or Stage.Ended || Status == ApplicationStatus.Published);

    /// <summary>The provider withdraws the application, with a reason, at any time between draft and publication or decline.</summary>
    public Outcome<Change> Withdraw(string reason, Actor by, DateTimeOffset at)
    {
        if (!MayBeWithdrawn)
        {
            return CannotBe("withdrawn");
        }

        if (!Text.IsGiven(reason))
        {
            return Refusal.Invalid("Say why.");
        }

        return (
            WithTasksClosed() with
            {
                Status = ApplicationStatus.Withdrawn,
                WithdrawalReason = reason,
                LapsesAt = null,
                InformationRequests = RequestsEnded,
            }
        ).Because(by, at, new Withdrawn(reason));
    }

    /// <summary>Records that somebody was reminded of something due at that time; nothing else changes.</summary>
    public Outcome<Change> Remind(DateTimeOffset point, string what, string who, DateTimeOffset at) =>
        IsClosed
            ? CannotBe("waited for")
            : (this with { RemindedOf = point.ToUniversalTime() }).Because(Actor.System, at, new Reminded(who, what));
}
