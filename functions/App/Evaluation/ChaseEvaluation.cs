using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Reminds whoever an evaluation waits for: the evaluator before the deadline, the evaluator and the registrar after it, the provider
/// before an answer is due. An information request that isn't answered in time lapses, and the evaluation goes on.
/// </summary>
internal sealed class ChaseEvaluation(ActivityRunner runner, SectorDirectory directory)
{
    [Function(nameof(ChaseEvaluation))]
    public Task<Position> Run([ActivityTrigger] ActivityInput input, CancellationToken cancel) =>
        runner.Run(input, (application, now) => Task.FromResult(Take(application, input, now)), cancel);

    private Transition? Take(Application application, ActivityInput input, DateTimeOffset now) => application switch
    {
        { Status: ApplicationStatus.InformationRequested, InformationRequests: [.., var request] } when now >= request.Due => Lapse(application, request, now),
        _ when application.WasRemindedOf(input.Point) => null,
        { Status: ApplicationStatus.InformationRequested, InformationRequests: [.., var request] } =>
            application.Reminding(input, NoticeKind.InformationDue, application.Provider.Number.ToString(), request.Due, now),
        { Status: ApplicationStatus.InReview } when application.Tasks.FirstOrDefault(task => task.IsOpen) is { } task => Remind(application, task, input, now),
        _ => null,
    };

    private static Transition Lapse(Application application, InformationRequest request, DateTimeOffset now)
    {
        Change lapsed = application.LapseInformationRequest(request.Number, now).OrThrow();
        return new Transition(lapsed, Notice.ToAssignees(application, lapsed.Application, NoticeKind.InformationLapsed));
    }

    private Transition Remind(Application application, EvaluationTask task, ActivityInput input, DateTimeOffset now)
    {
        string registrar = directory.FreeRegistrars(application)[0].Id;
        bool overdue = now >= task.Due;
        Transition reminding = application.Reminding(
            input, overdue ? NoticeKind.EvaluationOverdue : NoticeKind.EvaluationDue, task.Assignee ?? registrar, task.Due, now);
        return overdue && task.Assignee is not null
            ? reminding with
            {
                Notices =
                [
                    .. reminding.Notices,
                    Notice.Of(reminding.Change.Application, NoticeKind.EvaluationOverdue, registrar, ("due", task.Due.AsDay()), ("assignee", task.Assignee)),
                ],
            }
            : reminding;
    }
}
