using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To an evaluator: an application that another has evaluated, to evaluate again.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Due">When the decision is due, in UTC.</param>
/// <param name="Urgent">Whether the provider asked for urgency.</param>
[Concerns("A decision to review", Role.Evaluator)]
internal sealed record SecondReviewNotice(Envelope Envelope, DateTimeOffset Due, bool Urgent) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            Urgent ? "Urgent: an application to review" : "An application to review",
            "Another evaluator has decided this application, and the decision counts only once a second person has decided, too. "
                + "You see what the other one found once you have found on every criterion yourself. "
                + $"Your decision is due by {Due.AsDay()}."
        );
}
