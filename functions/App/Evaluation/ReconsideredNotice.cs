using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;
using MicroCred.Portal;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: the decline was reconsidered.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Outcome">The outcome: the decline stands, or the application is approved.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Conditions">The conditions of an approval.</param>
[Concerns("A decline was reconsidered", Role.Provider)]
internal sealed record ReconsideredNotice(Envelope Envelope, TaskOutcome Outcome, string Reasons, IReadOnlyList<Condition> Conditions)
    : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.Reconsideration;

    public override Letter Write() =>
        Outcome == TaskOutcome.Uphold
            ? new(
                "The decision on your application stands",
                "A registrar who took no part in the decision has reconsidered it. Your application stays declined, for these reasons:",
                new LetterPart.Quotation(Reasons),
                "This decision isn't reconsidered again. You can start a new application at any time."
            )
            : new(
                "Your application was approved after all",
                [
                    "A registrar who took no part in the decision has reconsidered it.",
                    .. ApprovedNotice.Approval(Reasons, Conditions),
                    "Publication on the register follows.",
                ]
            );
}
