using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: a registrar decided on a condition of the approval.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Outcome">Met, not met, or more time.</param>
/// <param name="Due">By when it is to be met, in UTC.</param>
/// <param name="Reasons">Why.</param>
[Concerns("A condition of an approval was decided", Role.Provider)]
internal sealed record ConditionNotice(Envelope Envelope, string Condition, TaskOutcome Outcome, DateTimeOffset Due, string Reasons)
    : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            Outcome switch
            {
                TaskOutcome.Met => "A condition of your approval is met",
                TaskOutcome.NotMet => "A condition of your approval isn't met",
                _ => $"A condition of your approval is due by {Due.AsDay()}",
            },
            $"""
            The condition:

            {Condition}

            The registrar's reasons:

            {Reasons}
            """
        );
}
