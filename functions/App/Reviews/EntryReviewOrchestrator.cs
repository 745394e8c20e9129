using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.App.Reviews;

/// <summary>
/// Tells of one review of one entry while it comes nearer, and once it is overdue. <see cref="WatchEntries"/> starts it when the first
/// notice is due, so that waiting years for a review costs nothing.
/// </summary>
[Feature(Features.Reviews)]
internal static class EntryReviewOrchestrator
{
    public const string Name = nameof(EntryReviewOrchestrator);

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, ReviewWatch watch)
    {
        var revision = watch.Revision;
        var points = ReviewNotices.PointsOf(watch.Due);

        // Where it began late, only the last notice that is due is still of use.
        foreach (
            var point in points
                .SkipWhile((_, place) => place + 1 < points.Count && points[place + 1].UtcDateTime <= context.CurrentUtcDateTime)
                .ToList()
        )
        {
            if (point.UtcDateTime > context.CurrentUtcDateTime)
            {
                await context.CreateTimer(point.UtcDateTime, CancellationToken.None);
            }

            var position = await context.CallActivityAsync<Position>(
                nameof(TellOfReview),
                new ActivityInput(watch.Application, revision, point),
                Orchestration.Patiently
            );
            revision = position.Revision;
        }
    }
}
