using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: an answer to the evaluator's question is due soon.</summary>
[Concerns("An answer is due soon", Role.Provider)]
internal sealed record InformationDueNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() =>
        new("An answer is due soon", $"The evaluator's question is still open. Please answer by {Due.AsDay()}.");
}
