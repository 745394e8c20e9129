using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Evaluation;

/// <summary>To a funding adviser: a referral to decide.</summary>
[Concerns("A funding referral to decide", Role.FundingAdviser)]
internal sealed record FundingReferredNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() =>
        new(
            "A funding referral to decide",
            $"The funding rules couldn't settle whether TEC may fund this micro-credential. Your decision is due by {Due.AsDay()}."
        );
}
