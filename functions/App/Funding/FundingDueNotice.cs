using MicroCred.App.Identity;
using MicroCred.App.Notices;

namespace MicroCred.App.Funding;

/// <summary>To a funding adviser, or to a registrar if nobody has the task: a referral is waiting.</summary>
[Concerns("A funding referral is waiting", Role.FundingAdviser, Role.Registrar)]
internal sealed record FundingDueNotice(Envelope Envelope, DateTimeOffset Due) : Notice(Envelope)
{
    public override Letter Write() => new("A funding referral is waiting", $"Your decision was asked for by {Due.AsDay()}.");
}
