using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To a registrar: an application on which two evaluators disagree.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Due">When the decision is due, in UTC.</param>
/// <param name="Urgent">Whether the provider asked for urgency.</param>
[Concerns("Two evaluators disagree", Role.Registrar)]
internal sealed record ResolutionNotice(Envelope Envelope, DateTimeOffset Due, bool Urgent) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            Urgent ? "Urgent: two evaluators disagree" : "Two evaluators disagree",
            $"Two evaluators decided this application differently. Please decide it by {Due.AsDay()}."
        );
}
