using MicroCred.Approval;
using Microsoft.DurableTask;

namespace MicroCred.App.Pipeline;

/// <summary>The two things an orchestration of an application does: run an activity, or wait for somebody to act.</summary>
internal sealed class Orchestration(TaskOrchestrationContext context)
{
    /// <summary>The orchestrator's name, under which instances are started and replayed.</summary>
    public const string Name = "ApprovalOrchestrator";

    /// <summary>The name of the orchestrator that an application has once a reconsideration was asked for.</summary>
    public const string ReconsiderationName = "ReconsiderationOrchestrator";

    private const string ReconsiderationSuffix = "-reconsideration";

    /// <summary>The id of an application's orchestration.</summary>
    /// <param name="id">The application's id.</param>
    /// <param name="isReconsidered">Whether a reconsideration was asked for, which has an orchestration of its own.</param>
    public static string InstanceOf(ApplicationId id, bool isReconsidered) => isReconsidered ? id + ReconsiderationSuffix : id.ToString();

    /// <summary>The id of the orchestration that an application has now, or had last.</summary>
    public static string InstanceOf(Application application) => InstanceOf(application.Id, application.Reconsideration is not null);

    private static ApplicationId ApplicationOf(string instance) =>
        ApplicationId.Parse(
            instance.EndsWith(ReconsiderationSuffix, StringComparison.Ordinal) ? instance[..^ReconsiderationSuffix.Length] : instance
        );

    /// <summary>
    /// A storage outage must not fail an application: retries for about three hours, one second apart at first, ten minutes at most. A
    /// failure that is lasting isn't retried and fails the orchestration at once.
    /// </summary>
    public static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 26,
            firstRetryInterval: TimeSpan.FromSeconds(1),
            backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromMinutes(10)
        )
        {
            HandleFailure = failure => !LastingFailureException.IsBehind(failure),
        }
    );

    /// <summary>
    /// The wait for the next command, kept open while timers fire in between: the engine loses an event that arrives between the end of one
    /// wait and the start of the next.
    /// </summary>
    private Task<Position>? _moved;

    /// <summary>Runs an activity on this orchestration's application.</summary>
    public Task<Position> RunAsync(string activity, Position from, DateTimeOffset? point = null) =>
        context.CallActivityAsync<Position>(
            activity,
            new ActivityInput(ApplicationOf(context.InstanceId), from.Revision, point),
            Patiently
        );

    /// <summary>Waits until somebody acts on the application or, when time is up, runs the activity for that.</summary>
    /// <param name="position">The application's position.</param>
    /// <param name="overdue">The activity that reminds, escalates or lapses.</param>
    public async Task<Position> NextAsync(Position position, string overdue)
    {
        _moved ??= context.WaitForExternalEvent<Position>(Position.Event);
        if (position.WakeAt is { } point)
        {
            using CancellationTokenSource untilMoved = new();
            await Task.WhenAny(_moved, context.CreateTimer(point.UtcDateTime, untilMoved.Token));
            if (_moved.IsCompleted)
            {
                untilMoved.Cancel();
            }

            // An event may overtake a timer that is late. What was due by then is still done, and the event, which stays, comes next.
            if (!_moved.IsCompleted || point <= context.CurrentUtcDateTime)
            {
                return await RunAsync(overdue, position, point);
            }
        }

        var told = await _moved;
        _moved = null;
        return told.Revision > position.Revision ? told : position;
    }
}
