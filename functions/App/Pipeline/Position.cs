using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Where an application stands, as much of it as the orchestration needs to know what to do next. Every activity returns one and every
/// command that moves it sends one; of two, the one with the higher revision is the later, so that none has to arrive in order or only once.
/// </summary>
/// <param name="Revision">The application's revision.</param>
/// <param name="Status">Its status.</param>
/// <param name="Validated">Whether what was last submitted has been validated.</param>
/// <param name="FundingOpen">Whether TEC funding was asked for and hasn't been assessed.</param>
/// <param name="Referred">Whether a funding adviser is to settle it.</param>
/// <param name="WakeAt">When to look again though nobody has acted, in UTC: a reminder or a deadline.</param>
internal sealed record Position(
    int Revision, ApplicationStatus Status, bool Validated, bool FundingOpen, bool Referred, DateTimeOffset? WakeAt)
{
    /// <summary>The external event that tells an orchestration of a new position.</summary>
    public const string Event = "Moved";

    public static Position Of(Application application, Deadlines deadlines, DateTimeOffset now) => new(
        application.Revision,
        application.Status,
        application.ValidatedAt is not null,
        application is { AsksForFunding: true, Funding: null },
        application.Funding is { Outcome: FundingOutcome.Referred },
        deadlines.Next(application, now));
}
