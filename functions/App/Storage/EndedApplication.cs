using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>How long an application took, as its line among those that have ended tells it.</summary>
/// <param name="Decision">How long its decision took; null where NZQA didn't decide it.</param>
/// <param name="Stages">How long its stages took; null where they weren't counted from its first submission on.</param>
internal sealed record EndedApplication(DecidedApplication? Decision, EndedStages? Stages)
{
    public static EndedApplication Of(Application application) => new(DecidedApplication.Of(application), EndedStages.Of(application));
}

/// <summary>How long an application's decision took.</summary>
/// <param name="SubmittedAt">When it was first submitted, in UTC.</param>
/// <param name="DecidedAt">When NZQA decided it, in UTC.</param>
/// <param name="IsUrgent">Whether it was urgent.</param>
internal sealed record DecidedApplication(DateTimeOffset SubmittedAt, DateTimeOffset DecidedAt, bool IsUrgent)
{
    public static DecidedApplication? Of(Application application) =>
        application is { SubmittedAt: { } submitted, Decision: { ByUniversity: false } decision }
            ? new(submitted, decision.At, application.IsUrgent)
            : null;
}

/// <summary>How long an application's stages took.</summary>
/// <param name="EndedAt">When it ended, in UTC.</param>
/// <param name="Days">The working days in each stage that it went through.</param>
internal sealed record EndedStages(DateTimeOffset EndedAt, IReadOnlyList<StageDays> Days)
{
    public static EndedStages? Of(Application application) =>
        application is { Entered: { Stage: Stage.Ended, At: var at }, DaysInStages: { } days } ? new(at, days) : null;
}
