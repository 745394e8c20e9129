using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To an evaluation's assignee: it is due soon.</summary>
[Concerns("An evaluation is due soon", Role.Evaluator, Role.Registrar)]
internal sealed record EvaluationDueNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() => new("A decision is due soon", $"The decision on this application is due by {Due.AsDay()}.");
}
