using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Validation;

/// <summary>To the provider: a returned application has lapsed.</summary>
[Concerns("An application lapsed", Role.Provider)]
internal sealed record LapsedNotice(Envelope Envelope) : Notice(Envelope)
{
    public override LetterKind? Keeps => LetterKind.Lapsed;

    public override Letter Write() =>
        new(
            "Your application has lapsed",
            "It was returned for corrections and wasn't submitted again in time. You can start a new application at any time."
        );
}
