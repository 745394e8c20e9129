using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee decides: an evaluator the application, a funding adviser a referral.</summary>
internal sealed class Decide(TaskActs tasks, CurrentUser user)
{
    [Function(nameof(Decide)), Allow(Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Takes(typeof(Verdict))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/decision")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        (Case seen, TaskId task) = await tasks.Demand(id, cancel);
        Verdict verdict = await request.ReadBody<Verdict>(cancel);
        return await tasks.Perform(request, seen, task, verdict, (application, now) => Take(application, task, verdict, now), client, cancel);
    }

    private Taken Take(Application application, TaskId task, Verdict verdict, DateTimeOffset now)
    {
        bool referral = application.Tasks.First(found => found.Id == task).Kind == TaskKind.FundingReferral;
        switch (verdict.Outcome)
        {
            case Outcome.Eligible or Outcome.Ineligible when referral:
                return new Taken(application.DecideReferral(task, verdict.Outcome == Outcome.Eligible, verdict.Reasons, user.Actor, now).Asked());
            case Outcome.Approve or Outcome.ApproveWithConditions or Outcome.Decline when !referral:
                DecisionOutcome outcome = Enum.Parse<DecisionOutcome>(verdict.Outcome.ToString());
                Change decided = application.Decide(task, outcome, verdict.Reasons, verdict.Conditions ?? [], user.Actor, now).Asked();
                return outcome == DecisionOutcome.Decline
                    ? new Taken(decided, Notice.Of(
                        decided.Application, NoticeKind.Declined, application.Provider.Number.ToString(), ("reasons", verdict.Reasons)))
                    : new Taken(decided);
            default:
                throw new ProblemException(Problem.Invalid(referral
                    ? "outcome: a funding referral is decided with Eligible or Ineligible."
                    : "outcome: an application is decided with Approve, ApproveWithConditions or Decline."));
        }
    }

    /// <summary>The decision with its reasons, always in writing, and conditions where it has some.</summary>
    internal sealed record Verdict(Outcome Outcome, string Reasons, IReadOnlyList<string>? Conditions = null);

    /// <summary>What can be decided of either kind of task.</summary>
    internal enum Outcome
    {
        Approve,
        ApproveWithConditions,
        Decline,
        Eligible,
        Ineligible,
    }
}
