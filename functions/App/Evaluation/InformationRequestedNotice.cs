using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: the evaluator has a question.</summary>
[Concerns("An evaluator has a question", Role.Provider)]
internal sealed record InformationRequestedNotice(Envelope Envelope, string Question, DateTimeOffset Due) : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.InformationRequest;

    public override Letter Write() =>
        new(
            "The evaluator has a question",
            new LetterPart.Quotation(Question),
            $"Please answer by {Due.AsDay()}. The evaluation waits for your answer until then."
        );
}
