using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To a registrar: the provider didn't answer in time.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Number">The request's number.</param>
/// <param name="Due">When the answer was due, in UTC.</param>
[Concerns("A question was not answered in time", Role.Registrar)]
internal sealed record InformationOverdueNotice(Envelope Envelope, int Number, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "An answer is overdue",
            $"The provider's answer to question {Number} was due by {Due.AsDay()}. The evaluation waits for it. "
                + "Please give the provider more time, or close the question."
        );
}
