using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To an evaluation's assignee and a registrar: it is overdue.</summary>
[Concerns("An evaluation is overdue", Role.Evaluator, Role.Registrar)]
internal sealed record EvaluationOverdueNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() => new("A decision is overdue", $"The decision on this application was due by {Due.AsDay()}.");
}
