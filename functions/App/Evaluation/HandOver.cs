using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Giving a task to somebody else: who may have it, and telling them.</summary>
internal sealed class HandOver(Evaluators evaluators, SectorDirectory directory)
{
    /// <summary>Who gets a task that its assignee doesn't keep.</summary>
    public async Task<string> Next(Application application, TaskId task, CancellationToken cancel)
    {
        EvaluationTask held = application.Tasks.First(found => found.Id == task);
        return held.Kind == TaskKind.FundingReferral
            ? (directory.FundingAdvisers.FirstOrDefault(adviser => adviser.Id != held.Assignee) ?? directory.FundingAdvisers[0]).Id
            : await evaluators.LeastBusy(application, held.Assignee, cancel);
    }

    /// <exception cref="ProblemException">422 where the person doesn't do such tasks, or declared an interest in the provider.</exception>
    public void DemandFree(Application application, TaskId task, string assignee)
    {
        bool referral = application.Tasks.First(found => found.Id == task).Kind == TaskKind.FundingReferral;
        if (referral ? directory.FundingAdvisers.All(adviser => adviser.Id != assignee) : !evaluators.MayEvaluate(assignee, application))
        {
            throw new ProblemException(Problem.NotAcceptable(referral
                ? $"assignee: {assignee} isn't a funding adviser."
                : $"assignee: {assignee} isn't an evaluator, or declared an interest in {application.Provider.Name}."));
        }
    }

    public static Taken Told(Change change, TaskId task)
    {
        EvaluationTask given = change.Application.Tasks.First(found => found.Id == task);
        NoticeKind kind = given.Kind == TaskKind.FundingReferral ? NoticeKind.FundingReferred : NoticeKind.Assigned;
        return given.Assignee is { } assignee
            ? new Taken(change, Notice.Of(change.Application, kind, assignee, ("due", given.Due.AsDay())))
            : new Taken(change);
    }
}
