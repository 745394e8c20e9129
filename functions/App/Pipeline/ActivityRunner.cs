using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Runs activities that move an application on. Activities run at least once: each reads the application first. If it has been moved on
/// already, by an earlier, interrupted run or by a person, the runner only completes the lists and notices.
/// </summary>
internal sealed class ActivityRunner(
    IApplications applications,
    TransitionWriter writer,
    Deadlines deadlines,
    LastingFailures lasting,
    TimeProvider time
)
{
    /// <summary>Runs an activity.</summary>
    /// <param name="input">The application and the revision known to the orchestration.</param>
    /// <param name="activity">Makes the transition; null where the application isn't in the activity's stage.</param>
    /// <param name="cancellationToken">Cancels it; the orchestration will retry.</param>
    /// <returns>The application's position afterwards.</returns>
    /// <exception cref="LastingFailureException">
    /// A retry can't succeed: there is no such application, say, or the domain refuses the step.
    /// </exception>
    public async Task<Position> RunAsync(
        ActivityInput input,
        Func<Application, DateTimeOffset, Task<Transition?>> activity,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await MoveAsync(input, activity, cancellationToken);
        }
        catch (Exception exception) when (LastingFailure.KindOf(exception) is { } kind)
        {
            throw lasting.Tell(input.Application, kind, exception);
        }
    }

    private async Task<Position> MoveAsync(
        ActivityInput input,
        Func<Application, DateTimeOffset, Task<Transition?>> activity,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var found = await applications.FindAsync(input.Application, cancellationToken)
                ?? throw new ActivityRefusedException($"There is no application {input.Application}.");
            TraceLinks.Follow(input.Application, found.Trace);
            var now = time.GetUtcNow();
            if (await activity(found.Application, now) is not { } transition)
            {
                await writer.FollowUpAgainAsync(found.Application, input.Revision, declared: [], cancellationToken);
                return Position.Of(found.Application, deadlines, now);
            }

            try
            {
                var saved = await writer.WriteAsync(found, transition, answer: null, cancellationToken);
                await writer.FollowUpAsync(found.Application, saved.Application, transition.Notices, cancellationToken);
                return Position.Of(saved.Application, deadlines, now);
            }
            catch (ConcurrentChangeException)
            {
                // A person was quicker. Check again whether the activity is still due.
            }
        }
    }
}
