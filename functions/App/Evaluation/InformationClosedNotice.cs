using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: a question can't be answered any more.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Number">The request's number.</param>
/// <param name="Reason">Why, in the registrar's words.</param>
[Concerns("The time to answer is over", Role.Provider)]
internal sealed record InformationClosedNotice(Envelope Envelope, int Number, string Reason) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "The time to answer is over",
            $"Question {Number} wasn't answered in time, and can't be answered any more. The evaluation goes on without an answer.",
            new LetterPart.Quotation(Reason)
        );
}
