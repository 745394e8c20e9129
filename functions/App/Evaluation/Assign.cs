using System.Globalization;
using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.App.Validation;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>Gives a valid application to the least busy evaluator who has no interest in its provider.</summary>
internal sealed class Assign(Steps steps, Evaluators evaluators, Rules rules)
{
    [Function(nameof(Assign))]
    public Task<Position> Run([ActivityTrigger] Step step, CancellationToken cancel) => steps.Take(
        step,
        async (application, now) => application is { Status: ApplicationStatus.Submitted, ValidatedAt: not null }
            ? Take(application, await evaluators.LeastBusy(application, except: null, cancel), now)
            : null,
        cancel);

    private Taken Take(Application application, string assignee, DateTimeOffset now)
    {
        Change assigned = application.Assign(assignee, rules.Evaluation, now).Due();
        EvaluationTask task = assigned.Application.Tasks[^1];
        return new Taken(assigned, Notice.Of(
            assigned.Application, NoticeKind.Assigned, assignee, ("due", task.Due.AsDay()), ("urgent", task.Urgent.ToString(CultureInfo.InvariantCulture))));
    }
}
