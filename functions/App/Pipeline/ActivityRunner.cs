using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// How an activity moves an application on. Activities run at least once: each looks at the application first, and where it has been moved
/// on already, by an earlier run that broke off or by a person, only makes sure that the lists show it and people are told.
/// </summary>
internal sealed class ActivityRunner(
    ApplicationStore applications, TransitionWriter writer, Deadlines deadlines, LastingFailures lasting, TimeProvider time)
{
    /// <summary>Runs an activity.</summary>
    /// <param name="input">The application and the revision that the orchestration knows of.</param>
    /// <param name="activity">What the activity makes of the application; null where the application isn't where it belongs.</param>
    /// <param name="cancel">Cancels it; the orchestration will ask again.</param>
    /// <returns>Where the application stands afterwards.</returns>
    /// <exception cref="LastingFailureException">It can't succeed: there is no such application, say, or the domain refuses what is due.</exception>
    public async Task<Position> Run(
        ActivityInput input,
        Func<Application, DateTimeOffset, Task<Transition?>> activity,
        CancellationToken cancel)
    {
        try
        {
            return await Move(input, activity, cancel);
        }
        catch (Exception exception) when (LastingFailure.KindOf(exception) is { } kind)
        {
            throw lasting.Tell(input.Application, kind, exception);
        }
    }

    private async Task<Position> Move(
        ActivityInput input, Func<Application, DateTimeOffset, Task<Transition?>> activity, CancellationToken cancel)
    {
        while (true)
        {
            StoredApplication found = await applications.Find(input.Application, cancel)
                ?? throw new StepRefusedException($"There is no application {input.Application}.");
            Trail.Follow(input.Application, found.Trace);
            DateTimeOffset now = time.GetUtcNow();
            if (await activity(found.Application, now) is not { } transition)
            {
                await writer.FollowUpAgain(found.Application, input.Revision, cancel);
                return Position.Of(found.Application, deadlines, now);
            }

            try
            {
                StoredApplication saved = await writer.Write(found, transition, answer: null, cancel);
                await writer.FollowUp(found.Application, saved.Application, transition.Notices, cancel);
                return Position.Of(saved.Application, deadlines, now);
            }
            catch (ConcurrentChangeException)
            {
                // A person was quicker. Look again whether the activity is still due.
            }
        }
    }
}
