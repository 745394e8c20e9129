using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Sends an evaluation's reminders: to the evaluator before the deadline, to the evaluator and the registrar after it, to the provider
/// before an answer is due. An information request that isn't answered in time lapses, and the evaluation goes on.
/// </summary>
[Feature(Features.Evaluation)]
internal sealed class ChaseEvaluation(ActivityRunner runner, SectorDirectory directory)
{
    [Function(nameof(ChaseEvaluation))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(input, (application, now) => Task.FromResult(Take(application, input, now)), cancellationToken);

    private Transition? Take(Application application, ActivityInput input, DateTimeOffset now) =>
        application switch
        {
            { Stage: Stage.Information, InformationRequests: [.., var request] } when now >= request.Due => Lapse(
                application,
                request,
                now
            ),
            _ when application.WasRemindedOf(input.Point) => null,
            { Stage: Stage.Information, InformationRequests: [.., var request] } => application.Reminding(
                input,
                application.Provider.Number.ToString(),
                request.Due,
                now,
                to => new InformationDueNotice(to, request.Due)
            ),
            { Stage: Stage.Evaluation or Stage.SecondReview or Stage.Resolution or Stage.Reconsideration }
                when application.Tasks.FirstOrDefault(task => task.IsOpen) is { } task => Remind(application, task, input, now),
            _ => null,
        };

    private static Transition Lapse(Application application, InformationRequest request, DateTimeOffset now)
    {
        var lapsed = application.LapseInformationRequest(request.Number, now).OrThrow();
        return new Transition(
            lapsed,
            [.. Envelope.ToAssignees(application, lapsed.Application).Select(to => new InformationLapsedNotice(to))]
        );
    }

    private Transition Remind(Application application, EvaluationTask task, ActivityInput input, DateTimeOffset now)
    {
        var registrars = directory.FreeRegistrars(application);
        var overdue = now >= task.Due;
        var reminding = application.Reminding(input, task.Assignee ?? registrars[0].Id, task.Due, now, to =>
            overdue ? new EvaluationOverdueNotice(to, task.Due) : new EvaluationDueNotice(to, task.Due)
        );
        return overdue && task.Assignee is { } assignee && registrars.FirstOrDefault(other => other.Id != assignee) is { } registrar
            ? reminding with
            {
                Notices =
                [
                    .. reminding.Notices,
                    new EvaluationOverdueNotice(Envelope.To(registrar.Id, reminding.Change.Application), task.Due),
                ],
            }
            : reminding;
    }
}
