namespace MicroCred.App.Pipeline;

/// <summary>The two things an orchestration of an application does: take a step, or wait for somebody to.</summary>
internal static class Orchestrating
{
    /// <summary>
    /// Storage that is away for a while must not fail an application: about three hours of tries, one second apart at first, ten minutes
    /// at most.
    /// </summary>
    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 26, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));

    /// <summary>Runs an activity on the application that this orchestration is of.</summary>
    public static Task<Position> Take(this TaskOrchestrationContext context, string activity, Position from, DateTimeOffset? point = null) =>
        context.CallActivityAsync<Position>(
            activity, new Step(ApplicationId.Parse(context.InstanceId), from.Revision, point), Patiently);

    /// <summary>Waits until somebody acts on the application or, when time is up, runs the activity that sees to that.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="position">Where the application stands.</param>
    /// <param name="overdue">The activity that reminds, escalates or lapses.</param>
    public static async Task<Position> Next(this TaskOrchestrationContext context, Position position, string overdue)
    {
        using CancellationTokenSource waiting = new();
        Task<Position> moved = context.WaitForExternalEvent<Position>(Position.Event, waiting.Token);
        if (position.WakeAt is { } point)
        {
            await Task.WhenAny(moved, context.CreateTimer(point.UtcDateTime, waiting.Token));
            if (!moved.IsCompleted)
            {
                waiting.Cancel();
                return await context.Take(overdue, position, point);
            }

            waiting.Cancel();
        }

        Position told = await moved;
        return told.Revision > position.Revision ? told : position;
    }
}
