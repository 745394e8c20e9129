using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Sends an evaluation's reminders: to the assignee before the deadline, to the registrars as well after it; to the provider before an
/// answer is due, to the registrars after it, since one of them extends or closes the request.
/// </summary>
[Feature(Features.Evaluation)]
internal sealed class ChaseEvaluation(ActivityRunner runner, Reminders reminders)
{
    [Function(nameof(ChaseEvaluation))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(input, (application, now) => Task.FromResult(Take(application, input, now)), cancellationToken);

    private Transition? Take(Application application, ActivityInput input, DateTimeOffset now) =>
        application switch
        {
            { Stage: Stage.Information, InformationRequests: [.., var request] } when now >= request.Due => reminders.Due(
                application,
                input,
                reminders.Registrars(application),
                now,
                to => new InformationOverdueNotice(to, request.Number, request.Due)
            ),
            { Stage: Stage.Information, InformationRequests: [.., var request] } => reminders.Due(
                application,
                input,
                [application.Provider.Number.ToString()],
                now,
                to => new InformationDueNotice(to, request.Due)
            ),
            { Stage: Stage.Evaluation or Stage.SecondReview or Stage.Resolution or Stage.Reconsideration }
                when application.Tasks.FirstOrDefault(task => task is { IsOpen: true, IsNzqas: true }) is { } task => Remind(
                application,
                task,
                input,
                now
            ),
            _ => null,
        };

    private Transition? Remind(Application application, EvaluationTask task, ActivityInput input, DateTimeOffset now)
    {
        var isOverdue = now >= task.Due;
        return reminders.Due(application, input, reminders.Recipients(application, task, isOverdue), now, to =>
            isOverdue ? new EvaluationOverdueNotice(to, task.Due) : new EvaluationDueNotice(to, task.Due)
        );
    }
}
