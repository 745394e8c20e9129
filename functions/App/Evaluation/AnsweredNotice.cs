using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To an assignee: the provider has answered.</summary>
[Concerns("A question was answered", Role.Evaluator, Role.Registrar)]
internal sealed record AnsweredNotice(Envelope Envelope) : Notice(Envelope)
{
    public override Letter Write() => new("The provider has answered", "The provider answered your question. The evaluation goes on.");
}
