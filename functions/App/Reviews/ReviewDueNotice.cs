using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Portal;

namespace MicroCred.App.Reviews;

/// <summary>To the developer: the review of its entry is due soon.</summary>
[Concerns("The review of an entry is due soon", Role.Provider)]
internal sealed record ReviewDueNotice(Envelope Envelope, int Number, DateOnly Due) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "The review of your micro-credential is due",
            $"Please report by {Due.AsDay()} whether number {Number} is still needed, and how learners did.",
            new LetterPart.Link("Your application", Links.Application(Envelope.Application))
        );
}
