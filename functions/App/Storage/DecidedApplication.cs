using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>How long an application's decision took, as its line among those that have ended tells it.</summary>
/// <param name="SubmittedAt">When it was first submitted, in UTC.</param>
/// <param name="DecidedAt">When NZQA decided it, in UTC.</param>
/// <param name="IsUrgent">Whether it was urgent.</param>
internal sealed record DecidedApplication(DateTimeOffset SubmittedAt, DateTimeOffset DecidedAt, bool IsUrgent)
{
    /// <summary>Null where NZQA hasn't decided it.</summary>
    public static DecidedApplication? Of(Application application) =>
        application is { SubmittedAt: { } submitted, Decision: { ByUniversity: false } decision }
            ? new(submitted, decision.At, application.IsUrgent)
            : null;
}
