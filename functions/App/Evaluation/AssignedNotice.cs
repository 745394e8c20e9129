using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To an evaluator: an application to evaluate.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Due">When the decision is due, in UTC.</param>
/// <param name="Urgent">Whether the provider asked for urgency.</param>
/// <param name="Alike">The finding about another application for the same listing; null where there is none.</param>
[Concerns("A task came to you", Role.Evaluator, Role.Registrar)]
internal sealed record AssignedNotice(Envelope Envelope, DateTimeOffset Due, bool Urgent, string? Alike) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            Urgent ? "Urgent: an application to evaluate" : "An application to evaluate",
            $"An application was assigned to you. A decision is due by {Due.AsDay()}."
                + (Alike is null ? "" : $"\n\nLook at this first: {Alike}")
        );
}
