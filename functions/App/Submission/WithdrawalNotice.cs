using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Portal;

namespace MicroCred.App.Submission;

/// <summary>To the provider: it withdrew the application.</summary>
[Concerns("An application was withdrawn", Role.Provider)]
internal sealed record WithdrawalNotice(Envelope Envelope, string Reason) : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.Withdrawn;

    public override Letter Write() =>
        new(
            "You withdrew your application",
            "It has ended, and nothing more happens to it. You gave this reason:",
            new LetterPart.Quotation(Reason),
            "You can start a new application at any time."
        );
}
