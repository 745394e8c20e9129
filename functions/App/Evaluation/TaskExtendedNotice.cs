using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To an assignee: a task is due by another day.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Due">When it is due now, in UTC.</param>
/// <param name="Reason">Why, in the registrar's words.</param>
[Concerns("A task of yours has another due date", Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
internal sealed record TaskExtendedNotice(Envelope Envelope, DateTimeOffset Due, string Reason) : Notice(Envelope)
{
    public override Letter Write() =>
        new("A task has another due date", $"Your decision on this application is due by {Due.AsDay()}.", new LetterPart.Quotation(Reason));
}
