using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Publication;

/// <summary>To a registrar: few reporting codes are left.</summary>
/// <param name="Envelope">To whom.</param>
/// <param name="Used">How much of all is used, in percent.</param>
[Concerns("Few reporting codes are left", Role.Registrar)]
internal sealed record CodesUsedNotice(Envelope Envelope, int Used) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "Few reporting codes are left",
            $"{Used} % of the four-digit reporting codes are used. Once there are none, micro-credentials are listed without one."
        );
}
