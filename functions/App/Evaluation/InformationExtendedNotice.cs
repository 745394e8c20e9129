using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: a question is to be answered by another day.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Number">The request's number.</param>
/// <param name="Due">When the answer is due now, in UTC.</param>
/// <param name="Reason">Why, in the registrar's words.</param>
[Concerns("An answer has another due date", Role.Provider)]
internal sealed record InformationExtendedNotice(Envelope Envelope, int Number, DateTimeOffset Due, string Reason) : Notice(Envelope)
{
    public override Letter Write() =>
        new("Your answer has another due date", $"Please answer question {Number} by {Due.AsDay()}.", new LetterPart.Quotation(Reason));
}
