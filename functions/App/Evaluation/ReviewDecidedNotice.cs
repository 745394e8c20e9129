using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>To the developer: the registrar decided on its report.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Registration">The entry after it.</param>
/// <param name="Outcome">Whether the entry goes on.</param>
/// <param name="Reasons">Why.</param>
[Concerns("The review of an entry was decided", Role.Provider)]
internal sealed record ReviewDecidedNotice(Envelope Envelope, Registration Registration, TaskOutcome Outcome, string Reasons)
    : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            Outcome == TaskOutcome.Continue ? "Your micro-credential stays on the register" : "Your micro-credential expires",
            $"""
            {What}

            The registrar's reasons:

            {Reasons}
            """
        );

    private string What =>
        Outcome == TaskOutcome.Continue
            ? $"Number {Registration.Number} goes on. Its next review is due by {Registration.ReviewDue?.AsDay()}."
            : $"Number {Registration.Number} takes no new learners after {Registration.LastEnrolment?.AsDay()}. Those enrolled have "
                + $"until {Registration.LastAchievement?.AsDay()} to finish.";
}
