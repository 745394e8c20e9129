using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To a registrar: a decline to reconsider.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Due">When the decision is due, in UTC.</param>
/// <param name="Urgent">Whether the provider asked for urgency.</param>
[Concerns("A decline to reconsider", Role.Registrar)]
internal sealed record ReconsiderationNotice(Envelope Envelope, DateTimeOffset Due, bool Urgent) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            Urgent ? "Urgent: a decline to reconsider" : "A decline to reconsider",
            "The provider asks to have the decline reconsidered, by somebody who took no part in it. "
                + $"Please decide it from the record and the provider's grounds by {Due.AsDay()}."
        );
}
