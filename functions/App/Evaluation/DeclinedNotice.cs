using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To the provider: the application was declined.</summary>
[Concerns("An application was declined", Role.Provider)]
internal sealed record DeclinedNotice(Envelope Envelope, string Reasons) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "Your application was declined",
            $"""
            The reasons:

            {Reasons}
            """
        );
}
