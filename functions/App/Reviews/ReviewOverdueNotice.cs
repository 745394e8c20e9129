using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Reviews;

/// <summary>To the developer and the registrars: the review of an entry is overdue.</summary>
[Concerns("The review of an entry is overdue", Role.Provider, Role.Registrar)]
internal sealed record ReviewOverdueNotice(Envelope Envelope, int Number, DateOnly Due) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "The review of a micro-credential is overdue",
            $"Number {Number} was to be reviewed by {Due.AsDay()}, and its developer hasn't reported on it. " + "NZQA may let it expire."
        );
}
